import type { EssayText } from '../domain/essay-text.ts'
import type { EssayTexts } from '../ports/essay-texts.ts'
import type { EssayTextDoc } from './models/essay-text.ts'
import type { Models } from './models/index.ts'

const unleased = (now: Date) => ({
  $or: [{ leasedUntil: { $exists: false } }, { leasedUntil: { $lte: now } }],
})

type ReadDoc = EssayText & { _id: string }

export const essayTexts = ({ essayTexts: texts }: Models): EssayTexts => ({
  async expect(files) {
    if (files.length === 0) return
    await texts.bulkWrite(
      files.map(({ id, type }) => ({
        updateOne: {
          filter: { _id: id },
          update: { $setOnInsert: { type, attempts: 0, due: true } },
          upsert: true,
        },
      })),
      { ordered: false },
    )
  },
  async due(now, limit) {
    const docs = await texts
      .find({ due: true, ...unleased(now) }, { _id: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>()
    return docs.map(({ _id }) => _id)
  },
  async claim(file, now, until) {
    const doc = await texts
      .findOneAndUpdate(
        { _id: file, due: true, ...unleased(now) },
        { $set: { leasedUntil: until }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean<EssayTextDoc>()
    return doc && { file, type: doc.type, attempt: doc.attempts }
  },
  async save({ file, ...text }) {
    await texts.updateOne(
      { _id: file },
      { $set: { ...text, paragraphs: [...text.paragraphs] }, $unset: { due: 1, leasedUntil: 1 } },
    )
  },
  async find(file) {
    const doc = await texts.findOne({ _id: file, state: { $exists: true } }).lean<ReadDoc>()
    if (doc === null) return null
    const { state, reason, paragraphs, words, legacyFont, readAt } = doc
    return { file, state, reason, paragraphs, words, legacyFont, readAt }
  },
  async wordsOf(files) {
    const docs = await texts
      .find({ _id: { $in: [...files] }, state: { $exists: true } }, { state: 1, words: 1 })
      .lean<ReadDoc[]>()
    return new Map(docs.map(({ _id, state, words }) => [_id, { state, words }]))
  },
})
