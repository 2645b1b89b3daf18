import { type Campaign, currentCampaign } from '../../../../domain/campaign.ts'
import { type Actor, mayNever, rolesOf, scopeOf } from '../../../../domain/permission.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { DemoHouse } from '../../../../ports/demo.ts'
import type { Ports } from '../../../../ports/index.ts'
import { listCampaigns } from '../../../../queries/campaigns.ts'
import type { Route } from '../../../route.ts'
import { adminPath } from '../../admin.ts'
import { page, type Redirect } from '../../page.ts'
import { provincesPath, SIGN_IN_PATH, unitPath } from '../../paths.ts'
import { DEMO_PATH } from '../demo/view.tsx'

/** Where somebody's work is. */
const homeOf = (actor: Actor, campaign: Campaign): string => {
  if (rolesOf(actor).includes('admin')) return adminPath('home')
  // Who trains and does nothing else looks at provinces first.
  const isTrainer = !mayNever(scopeOf(actor, 'review-essay'))
  if (isTrainer && mayNever(scopeOf(actor, 'compile-report'))) return provincesPath(campaign.code)
  const isOverseer = actor.grants.length > 0
  if (!isOverseer) return `/dot/${campaign.code}/bai-cua-toi`
  return unitPath(campaign.code)
}

export const homePages = (ports: Ports, demo: DemoHouse | null): readonly Route[] => [
  page({
    method: 'get',
    path: '/',
    access: 'public',
    handle: async ({ actor, now, req }): Promise<Result<Redirect>> => {
      if (req.actor === null) return ok({ redirect: demo === null ? SIGN_IN_PATH : DEMO_PATH })
      const campaigns = await listCampaigns(ports)()
      const campaign = campaigns.ok ? currentCampaign(campaigns.value, now) : undefined
      return ok({ redirect: campaign === undefined ? adminPath('home') : homeOf(actor, campaign) })
    },
  }),
]
