import type { Bulk } from '../domain/bulk.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** A change to many people that the actor made. */
export const getBulk =
  ({ bulks }: Pick<Ports, 'bulks'>) =>
  async (actor: Actor, campaign: CampaignCode, id: Bulk['id']): Promise<Result<Bulk>> => {
    const bulk = await bulks.find(actor.id, campaign, id)
    return bulk === null ? refuse(problem('not-found')) : ok(bulk)
  }

/** null: he has not asked for it yet. */
export const getBulkUnderKey =
  ({ bulks }: Pick<Ports, 'bulks'>) =>
  async (actor: Actor, key: string): Promise<Bulk | null> =>
    bulks.underKey(actor.id, key)
