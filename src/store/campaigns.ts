import { type Campaign, USUAL_REMINDERS, USUAL_REPORTS } from '../domain/campaign.ts'
import type { CampaignStore } from '../ports/campaigns.ts'
import { direct, inTx } from './connect.ts'
import type { CampaignDoc } from './models/campaign.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withCode } from './plain.ts'

/** What a campaign of an earlier release does not say yet is as usual. */
export const campaignOf = (doc: CampaignDoc): Campaign => {
  const campaign = withCode(doc)
  const { reminders, reports } = campaign
  return {
    ...campaign,
    reminders: { ...USUAL_REMINDERS, ...reminders },
    reports: { ...USUAL_REPORTS, ...reports },
  }
}

export const campaignStore = ({ campaigns }: Models): CampaignStore => ({
  async find(code, tx) {
    const doc = await direct<CampaignDoc>(campaigns).findOne({ _id: code }, inTx(tx))
    return doc && campaignOf(doc)
  },
  async all() {
    return (await campaigns.find().sort({ opensAt: -1 }).lean()).map(campaignOf)
  },
  async insert({ code, ...campaign }) {
    try {
      await campaigns.create({ ...campaign, _id: code })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async replace({ code, ...campaign }, tx) {
    await campaigns.replaceOne({ _id: code }, { ...campaign, _id: code }, inTx(tx))
  },
})
