import type { Enrolment } from '../domain/enrolment.ts'
import { fold, nameKey } from '../domain/vietnamese.ts'
import type { EnrolmentStore } from '../ports/enrolments.ts'
import { inTx, sessionOf } from './connect.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { enrolmentInScope } from './scope.ts'

/** What is stored beside the enrolment for sorting and searching; derived from it at every write. */
export const derived = ({ person }: Pick<Enrolment, 'person'>): Pick<EnrolmentDoc, 'nameKey' | 'search'> => ({
  nameKey: nameKey(person.name),
  search: [fold(person.name), person.staffCode, person.email, person.phone]
    .filter(Boolean)
    .join(' ')
    .toLowerCase(),
})

export const enrolmentOf = ({
  _id,
  nameKey: _key,
  search: _search,
  revision: _revision,
  recount: _recount,
  ...enrolment
}: EnrolmentDoc): Enrolment => ({ ...enrolment, id: _id })

export const enrolmentStore = ({ enrolments }: Models): EnrolmentStore => ({
  async find(scope, campaign, id, tx) {
    const doc = await enrolments
      .findOne({ $and: [{ _id: id, campaign }, enrolmentInScope(scope)] })
      .session(sessionOf(tx))
      .lean<EnrolmentDoc>()
    return doc && enrolmentOf(doc)
  },
  async ofCadre(campaign, cadre, tx) {
    const doc = await enrolments.findOne({ campaign, cadre }).session(sessionOf(tx)).lean<EnrolmentDoc>()
    return doc && enrolmentOf(doc)
  },
  async save(enrolment, tx, alsoTouched = []) {
    const { id, ...fields } = enrolment
    await enrolments.updateOne(
      { _id: id },
      {
        $set: { ...fields, ...derived(enrolment) },
        $inc: { revision: 1 },
        $addToSet: { recount: { $each: [enrolment.unit, ...alsoTouched] } },
      },
      inTx(tx),
    )
  },
})
