import type { DebtorStore } from '../ports/reminders.ts'
import { enrolmentOf } from './enrolments.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { enrolmentInScope } from './scope.ts'

const BATCH = 500

export const debtorStore = ({ enrolments }: Models): DebtorStore => ({
  async *owing(scope, { campaign, unit, enrolments: ids }) {
    const selected = {
      campaign,
      'tally.missing': { $gt: 0 },
      ...(unit === null ? {} : { path: unit }),
      ...enrolmentInScope(scope),
    }
    if (ids !== null) {
      for (let at = 0; at < ids.length; at += BATCH) {
        const docs = await enrolments
          .find({ $and: [selected, { _id: { $in: ids.slice(at, at + BATCH) } }] })
          .sort({ _id: 1 })
          .lean<EnrolmentDoc[]>()
        yield docs.map(enrolmentOf)
      }
      return
    }
    for (let last = ''; ; ) {
      const docs = await enrolments
        .find({ $and: [selected, { _id: { $gt: last } }] })
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean<EnrolmentDoc[]>()
      const batch = docs.map(enrolmentOf)
      const end = batch.at(-1)
      if (end === undefined) return
      yield batch
      last = end.id
    }
  },
  async lastEnrolled(campaign, before) {
    const doc = await enrolments
      .findOne({ campaign, enrolledAt: { $lt: before } }, { enrolledAt: 1 })
      .sort({ enrolledAt: -1 })
      .lean<Pick<EnrolmentDoc, 'enrolledAt'>>()
    return doc?.enrolledAt ?? null
  },
  async paths(scope, campaign, ids) {
    const docs = await enrolments
      .find({ $and: [{ campaign, _id: { $in: [...ids] } }, enrolmentInScope(scope)] }, { path: 1 })
      .lean<Pick<EnrolmentDoc, '_id' | 'path'>[]>()
    return docs.map(({ path }) => path)
  },
})
