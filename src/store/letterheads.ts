import type { LetterheadStore } from '../ports/letterheads.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'
import type { LetterheadDoc } from './models/letterhead.ts'

export const letterheadStore = ({ letterheads }: Models): LetterheadStore => ({
  async find(unit) {
    const doc = await letterheads.findById(unit).lean<LetterheadDoc>()
    if (doc === null) return null
    const { _id, ...letterhead } = doc
    return { ...letterhead, unit: _id }
  },
  async save({ unit, ...letterhead }, tx) {
    await letterheads.replaceOne({ _id: unit }, letterhead, { ...inTx(tx), upsert: true })
  },
})
