import { type Campaign, currentCampaign } from '../../../../domain/campaign.ts'
import { type Actor, rolesOf } from '../../../../domain/permission.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listCampaigns } from '../../../../queries/campaigns.ts'
import type { Route } from '../../../route.ts'
import { adminPath } from '../../admin.ts'
import { page, type Redirect } from '../../page.ts'
import { unitPath } from '../../paths.ts'

/** Where somebody's work is. */
const homeOf = (actor: Actor, campaign: Campaign): string => {
  if (rolesOf(actor).includes('admin')) return adminPath('home')
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
      const campaign = campaigns.ok ? currentCampaign(campaigns.value, now) : undefined
      return ok({ redirect: campaign === undefined ? adminPath('home') : homeOf(actor, campaign) })
    },
  }),
]
