import type { CadreStore } from '../ports/cadres.ts'
import { sessionOf } from './connect.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'

export const cadreStore = ({ cadres }: Models): CadreStore => ({
  async find(id, tx) {
    const doc = await cadres.findById(id).session(sessionOf(tx)).lean()
    return doc && withId(doc)
  },
  async withMail(mail) {
    return (await cadres.find({ email: mail }).lean()).map(withId)
  },
  async insert({ id, ...person }) {
    await cadres.create({ ...person, _id: id })
  },
})
