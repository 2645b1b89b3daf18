import type { CadreStore } from '../ports/cadres.ts'
import { foundByKey } from './batches.ts'
import { sessionOf } from './connect.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'

export const cadreStore = ({ cadres }: Models): CadreStore => ({
  async find(id, tx) {
    const doc = await cadres.findById(id).session(sessionOf(tx)).lean()
    return doc && withId(doc)
  },
  // Every mail of a wave asks.
  withMail: foundByKey(
    async mails => (await cadres.find({ email: { $in: [...mails] } }).lean()).map(withId),
    ({ email }) => email,
  ),
  async insert({ id, ...person }) {
    await cadres.create({ ...person, _id: id })
  },
})
