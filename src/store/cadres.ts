import type { CadreStore } from '../ports/cadres.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'

export const cadreStore = ({ cadres }: Models): CadreStore => ({
  async find(id) {
    const doc = await cadres.findById(id).lean()
    return doc && withId(doc)
  },
  async withMail(mail) {
    return (await cadres.find({ email: mail }).lean()).map(withId)
  },
  async insert({ id, ...person }) {
    await cadres.create({ ...person, _id: id })
  },
})
