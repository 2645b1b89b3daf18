import type { Enrolment } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import { fold, nameKey } from '../domain/vietnamese.ts'
import type { Dated, EnrolmentStore } from '../ports/enrolments.ts'
import { inBatches } from './batches.ts'
import { campaignOf } from './campaigns.ts'
import { direct, inTx, sessionOf } from './connect.ts'
import type { CampaignDoc } from './models/campaign.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { ExtensionDoc } from './models/extension.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'
import { enrolmentInScope } from './scope.ts'

type Derived = 'nameKey' | 'unitKey' | 'search' | 'handedInAt'

const handedInAt = (heads: Enrolment['heads']): Date =>
  new Date(Math.max(0, ...Object.values(heads).map(head => head.submittedAt.getTime())))

/** Sorts by unit, then name. */
export const unitKeyOf = (unit: UnitCode, key: string): string => `${unit} ${key}`

/** What is stored beside the enrolment for sorting and searching; derived from it at every write. */
export const derived = ({
  person,
  unit,
  heads,
}: Pick<Enrolment, 'person' | 'unit' | 'heads'>): Pick<EnrolmentDoc, Derived> => {
  const key = nameKey(person.name)
  return {
    nameKey: key,
    unitKey: unitKeyOf(unit, key),
    search: fold([person.name, person.staffCode, person.email, person.phone].filter(Boolean).join(' ')),
    handedInAt: handedInAt(heads),
  }
}

export const enrolmentOf = ({
  _id,
  nameKey: _key,
  unitKey: _unitKey,
  search: _search,
  handedInAt: _handedInAt,
  revision: _revision,
  recount: _recount,
  ...enrolment
}: EnrolmentDoc): Enrolment => ({ ...enrolment, id: _id })

/** The update that `save` is. */
export const saved = ({ id: _id, ...fields }: Enrolment, alsoTouched: readonly UnitCode[]) => ({
  $set: { ...fields, ...derived(fields) },
  $inc: { revision: 1 },
  $addToSet: { recount: { $each: [fields.unit, ...alsoTouched] } },
})

interface DatedDoc extends EnrolmentDoc {
  campaigns: CampaignDoc[]
  own: ExtensionDoc[]
  ofUnits: ExtensionDoc[]
}

interface Asked {
  readonly scope: Scope
  readonly campaign: string
  readonly id: string
}

/** Those who may be read in one question. */
const groupOf = ({ scope, campaign }: Asked): string => JSON.stringify([campaign, scope])

const datedOf = (doc: DatedDoc): Dated | null => {
  const { campaigns, own, ofUnits, ...enrolment } = doc
  const [campaign] = campaigns
  if (campaign === undefined) return null
  return {
    campaign: campaignOf(campaign),
    enrolment: enrolmentOf(enrolment),
    extensions: [...own, ...ofUnits.filter(extension => extension.campaign === doc.campaign)].map(withId),
  }
}

export const enrolmentStore = ({ enrolments, campaigns, extensions }: Models): EnrolmentStore => {
  const dated = async (
    scope: Scope,
    campaign: string,
    who: Readonly<Record<string, unknown>>,
  ): Promise<readonly (Dated | null)[]> => {
    const docs = await direct<EnrolmentDoc>(enrolments)
      .aggregate<DatedDoc>([
        { $match: { $and: [{ ...who, campaign }, enrolmentInScope(scope)] } },
        // Twice a field against a field: anything that needs a pipeline of its own costs more than reading apart.
        {
          $lookup: {
            from: campaigns.collection.name,
            localField: 'campaign',
            foreignField: '_id',
            as: 'campaigns',
          },
        },
        {
          $lookup: {
            from: extensions.collection.name,
            localField: '_id',
            foreignField: 'enrolment',
            as: 'own',
          },
        },
        {
          $lookup: {
            from: extensions.collection.name,
            localField: 'path',
            foreignField: 'unit',
            as: 'ofUnits',
          },
        },
      ])
      .toArray()
    return docs.map(datedOf)
  }
  /** Of many, read apart costs less: they share a campaign, and most extensions. */
  const datedTogether = async (
    scope: Scope,
    code: string,
    ids: readonly string[],
  ): Promise<readonly Dated[]> => {
    const [campaign, docs] = await Promise.all([
      direct<CampaignDoc>(campaigns).findOne({ _id: code }),
      direct<EnrolmentDoc>(enrolments)
        .find({ $and: [{ _id: { $in: [...ids] }, campaign: code }, enrolmentInScope(scope)] })
        .toArray(),
    ])
    if (campaign === null) return []
    const units = [...new Set(docs.flatMap(({ path }) => path))]
    const granted = await direct<ExtensionDoc>(extensions)
      .find({ campaign: code, $or: [{ enrolment: { $in: [...ids] } }, { unit: { $in: units } }] })
      .toArray()
    return docs.map(enrolmentOf).map(one => ({
      campaign: campaignOf(campaign),
      enrolment: one,
      extensions: granted
        .filter(({ enrolment, unit }) => enrolment === one.id || (unit !== null && one.path.includes(unit)))
        .map(withId),
    }))
  }
  const recipients = inBatches(async (asked: readonly Asked[]) => {
    const found = new Map<string, Dated>()
    const groups = new Map(asked.map(one => [groupOf(one), one]))
    for (const [group, { scope, campaign }] of groups) {
      const ids = asked.filter(one => groupOf(one) === group).map(({ id }) => id)
      for (const one of await datedTogether(scope, campaign, ids))
        found.set(`${group} ${one.enrolment.id}`, one)
    }
    return asked.map(one => found.get(`${groupOf(one)} ${one.id}`) ?? null)
  })
  return {
    async find(scope, campaign, id, tx) {
      const doc = await direct<EnrolmentDoc>(enrolments).findOne(
        { $and: [{ _id: id, campaign }, enrolmentInScope(scope)] },
        inTx(tx),
      )
      return doc && enrolmentOf(doc)
    },
    async ofCadre(campaign, cadre, tx) {
      const doc = await direct<EnrolmentDoc>(enrolments).findOne({ campaign, cadre }, inTx(tx))
      return doc && enrolmentOf(doc)
    },
    async withDates(scope, campaign, { id, ...who }: { id?: string; cadre?: string }) {
      const [found] = await dated(scope, campaign, id === undefined ? who : { _id: id })
      return found ?? null
    },
    recipient: async (scope, campaign, id) => recipients({ scope, campaign, id }),
    async after(campaign, id, limit, tx) {
      const docs = await enrolments
        .find({ campaign, _id: { $gt: id } })
        .sort({ _id: 1 })
        .limit(limit)
        .session(sessionOf(tx))
        .lean<EnrolmentDoc[]>()
      return docs.map(enrolmentOf)
    },
    async save(enrolment, tx, alsoTouched = []) {
      await direct<EnrolmentDoc>(enrolments).updateOne(
        { _id: enrolment.id },
        saved(enrolment, alsoTouched),
        inTx(tx),
      )
    },
    async saveEssays({ id, unit, heads, exemption }, changed, tx) {
      const { matchedCount } = await direct<EnrolmentDoc>(enrolments).updateOne(
        { _id: id, unit, heads, exemption },
        {
          $set: { heads: changed.heads, tally: changed.tally, handedInAt: handedInAt(changed.heads) },
          $inc: { revision: 1 },
          $addToSet: { recount: unit },
        },
        inTx(tx),
      )
      return matchedCount === 1
    },
  }
}
