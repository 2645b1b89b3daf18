import type { Campaign } from '../domain/campaign.ts'
import { checkCampaign } from '../domain/campaign-rules.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

export const createCampaign =
  ({ campaigns, audit }: Pick<Ports, 'campaigns' | 'audit'>) =>
  async (actor: Actor, campaign: Campaign, now: Date): Promise<Result<Campaign>> => {
    if (scopeOf(actor, 'edit-campaign').kind !== 'everything') return refuse(problem('forbidden'))
    const [first, ...more] = checkCampaign(campaign)
    if (first !== undefined) return refuse(first, ...more)
    if (!(await campaigns.insert(campaign)))
      return refuse(problem('already-exists', { what: 'đợt học tập', code: campaign.code }, 'body/code'))
    await audit.write({
      actor,
      action: 'campaign.created',
      target: `campaign:${campaign.code}`,
      path: [],
      at: now,
    })
    return ok(campaign)
  }
