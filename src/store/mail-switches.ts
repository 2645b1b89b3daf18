import type { MailSwitchStore } from '../ports/mail-switches.ts'
import { shared } from './batches.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'

export const mailSwitchStore = ({ mailSwitches }: Models): MailSwitchStore => ({
  ofCampaign: shared(async campaign => {
    const docs = await mailSwitches.find({ campaign }).lean()
    return docs.map(({ unit, off }) => ({ campaign, unit, off }))
  }),
  async set({ campaign, unit, off }, tx) {
    const key = `${campaign} ${unit}`
    await mailSwitches.replaceOne(
      { _id: key },
      { _id: key, campaign, unit, off: [...off] },
      { upsert: true, ...inTx(tx) },
    )
  },
})
