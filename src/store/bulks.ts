import type { BulkStore, SelectionStore } from '../ports/bulks.ts'
import { inTx } from './connect.ts'
import type { BulkDoc, SelectionDoc } from './models/bulk.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withId } from './plain.ts'

export const bulkStore = ({ bulks }: Models): BulkStore => ({
  async insert({ id, ...bulk }) {
    try {
      await bulks.create({ ...bulk, _id: id })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async find(by, campaign, id) {
    const doc = await bulks.findOne({ _id: id, campaign, 'by.id': by }).lean<BulkDoc>()
    return doc && withId(doc)
  },
  async underKey(by, idempotencyKey) {
    const doc = await bulks.findOne({ 'by.id': by, idempotencyKey }).lean<BulkDoc>()
    return doc && withId(doc)
  },
  async advance({ id, done }, { leftOut, ...to }, tx) {
    const { matchedCount } = await bulks.updateOne(
      { _id: id, done, undoneAt: null },
      {
        $set: { done: to.done },
        $inc: {
          changed: to.changed,
          ...Object.fromEntries(Object.entries(leftOut).map(([reason, n]) => [`leftOut.${reason}`, n])),
        },
      },
      inTx(tx),
    )
    return matchedCount === 1
  },
  async markUndone(id, at) {
    await bulks.updateOne({ _id: id, undoneAt: null }, { undoneAt: at })
  },
})

export const selectionStore = ({ selections }: Models): SelectionStore => ({
  async insert({ id, ...selection }) {
    await selections.create({ ...selection, _id: id })
  },
  async find(by, campaign, id) {
    const doc = await selections.findOne({ _id: id, campaign, by }).lean<SelectionDoc>()
    if (doc === null) return null
    const { storedAt: _storedAt, ...selection } = withId(doc)
    return selection
  },
})
