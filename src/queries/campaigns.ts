import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { campaignAfter } from '../domain/campaign-change.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Campaigns are no secret to those who are signed in: everybody sees all of them. */
export const listCampaigns =
  ({ campaigns }: Pick<Ports, 'campaigns'>) =>
  async (): Promise<Result<readonly Campaign[]>> =>
    ok(await campaigns.all())

export const getCampaign =
  ({ campaigns }: Pick<Ports, 'campaigns'>) =>
  async (code: CampaignCode): Promise<Result<Campaign>> => {
    const campaign = await campaigns.find(code)
    return campaign === null ? refuse(problem('not-found')) : ok(campaign)
  }

/** What the next campaign may begin with: the last one, or the one given, on dates that lie ahead. */
export const suggestCampaign =
  ({ campaigns }: Pick<Ports, 'campaigns'>) =>
  async (code: CampaignCode | undefined, now: Date): Promise<Result<Campaign>> => {
    const all = await campaigns.all()
    const model = code === undefined ? all[0] : all.find(campaign => campaign.code === code)
    return model === undefined ? refuse(problem('not-found')) : ok(campaignAfter(model, now))
  }
