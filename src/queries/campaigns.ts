import type { Campaign, CampaignCode } from '../domain/campaign.ts'
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
