import type { Outbox } from '../ports/outbox.ts'
import { ofHandIn, versionOf } from './essays.ts'
import type { Models } from './models/index.ts'
import type { VersionDoc } from './models/version.ts'

export const outbox = ({ versions }: Models): Outbox => ({
  async pending(limit) {
    const docs = await versions.find({ pending: true }).sort({ _id: 1 }).limit(limit).lean<VersionDoc[]>()
    return docs.map(versionOf)
  },
  async clear(ids) {
    await versions.updateMany({ _id: { $in: [...ids] } }, { $unset: { pending: 1 } })
  },
  async returned(limit) {
    const docs = await versions.find({ untold: true }).sort({ _id: 1 }).limit(limit).lean<VersionDoc[]>()
    return docs.map(versionOf)
  },
  async clearReturned(list) {
    if (list.length === 0) return
    await versions.bulkWrite(
      list.map(({ id, reviews = [] }) => ({
        updateOne: {
          filter: { _id: id, reviews: { $size: reviews.length } },
          update: { $unset: { untold: 1 } },
        },
      })),
    )
  },
  async reviewed(enrolment, review) {
    const doc = await versions.findOne({ enrolment, 'reviews.id': review }).lean<VersionDoc>()
    return doc && versionOf(doc)
  },
  async handIn(enrolment, id) {
    const docs = await versions.find(ofHandIn(enrolment, id)).sort({ topic: 1 }).lean<VersionDoc[]>()
    return docs.map(versionOf)
  },
})
