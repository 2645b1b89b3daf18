import type { DraftStore } from '../ports/drafts.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey } from './plain.ts'

const idOf = (enrolment: string, topic: string): string => `${enrolment}-${topic}`

export const draftStore = ({ drafts }: Models): DraftStore => ({
  async find(enrolment, topic) {
    const doc = await drafts.findById(idOf(enrolment, topic)).lean()
    if (doc === null) return null
    const { _id, ...draft } = doc
    return draft
  },
  async topics(enrolment) {
    return (await drafts.find({ enrolment }, { topic: 1 }).lean()).map(({ topic }) => topic)
  },
  async save(draft) {
    const { enrolment, topic, revision } = draft
    const id = idOf(enrolment, topic)
    const fields = { ...draft, parts: [...draft.parts] }
    if (revision > 1) {
      const { matchedCount } = await drafts.updateOne({ _id: id, revision: revision - 1 }, { $set: fields })
      return matchedCount === 1
    }
    try {
      await drafts.create({ ...fields, _id: id })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async remove(enrolment, topic, revision) {
    await drafts.deleteOne({ _id: idOf(enrolment, topic), revision })
  },
})
