import type { CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { Ports } from '../ports/index.ts'

/** Campaigns in which something can still be handed in by somebody. */
export const openCampaigns =
  ({ campaigns, extensions }: Pick<Ports, 'campaigns' | 'extensions'>) =>
  async (now: Date): Promise<readonly CampaignCode[]> => {
    const open: CampaignCode[] = []
    for (const campaign of await campaigns.all())
      if (deadlineFor(campaign, await extensions.ofCampaign(campaign.code)).closesAt >= now)
        open.push(campaign.code)
    return open
  }
