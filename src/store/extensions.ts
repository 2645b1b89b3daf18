import type { ExtensionStore } from '../ports/extensions.ts'
import { inTx, sessionOf } from './connect.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'

export const extensionStore = ({ extensions }: Models): ExtensionStore => ({
  async applyingTo({ id, campaign, path }, tx) {
    const docs = await extensions
      .find({ campaign, $or: [{ enrolment: id }, { unit: { $in: [...path] } }] })
      .session(sessionOf(tx))
      .lean()
    return docs.map(withId)
  },
  async ofCampaign(campaign) {
    return (await extensions.find({ campaign }).lean()).map(withId)
  },
  async insert({ id, ...extension }, tx) {
    await extensions.create([{ ...extension, _id: id }], inTx(tx))
  },
})
