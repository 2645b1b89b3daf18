import type { Campaign } from '../../../../domain/campaign.ts'
import type { Actor } from '../../../../domain/permission.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listCampaigns } from '../../../../queries/campaigns.ts'
import type { Route } from '../../../route.ts'
import { page, type Redirect } from '../../page.ts'
import { unitPath } from '../../paths.ts'

/** The campaign people mean today: of those that have opened the newest, else the next. */
const currentOf = (campaigns: readonly Campaign[], now: Date): Campaign | undefined =>
  campaigns.find(c => c.opensAt <= now) ?? campaigns.at(-1)

/** Where somebody's work is. */
const homeOf = (actor: Actor, campaign: Campaign): string => {
  const isOverseer = actor.grants.length > 0
  if (!isOverseer) return `/dot/${campaign.code}/bai-cua-toi`
  return unitPath(campaign.code)
}

export const homePages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: '/',
    access: 'signed-in',
    handle: async ({ actor, now }): Promise<Result<Redirect>> => {
      const campaigns = await listCampaigns(ports)()
      const campaign = campaigns.ok ? currentOf(campaigns.value, now) : undefined
      return ok({ redirect: campaign === undefined ? '/quan-tri' : homeOf(actor, campaign) })
    },
  }),
]
