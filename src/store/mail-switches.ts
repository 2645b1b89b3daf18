import type { MailSwitchStore } from '../ports/mail-switches.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'

export const mailSwitchStore = ({ mailSwitches }: Models): MailSwitchStore => ({
  async ofCampaign(campaign) {
    const docs = await mailSwitches.find({ campaign }).lean()
    return docs.map(({ unit, off }) => ({ campaign, unit, off }))
  },
  async set({ campaign, unit, off }, tx) {
    const _id = `${campaign} ${unit}`
    await mailSwitches.replaceOne(
      { _id },
      { _id, campaign, unit, off: [...off] },
      { upsert: true, ...inTx(tx) },
    )
  },
})
