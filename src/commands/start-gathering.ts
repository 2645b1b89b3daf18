import type { CampaignCode } from '../domain/campaign.ts'
import { type Gathering, gatheringEnd } from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** Begins to take in essays that were collected in a unit. */
export const startGathering =
  ({
    campaigns,
    units,
    gatherings,
    random,
    audit,
    transact,
  }: Pick<Ports, 'campaigns' | 'units' | 'gatherings' | 'random' | 'audit' | 'transact'>) =>
  async (
    actor: Actor,
    input: { readonly campaign: CampaignCode; readonly unit: UnitCode },
    now: Date,
  ): Promise<Result<Gathering>> => {
    const [campaign, unit] = await Promise.all([
      campaigns.find(input.campaign),
      units.find(scopeOf(actor, 'gather-essays'), input.unit),
    ])
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const gathering: Gathering = {
      id: random.id(),
      campaign: campaign.code,
      unit: unit.code,
      path: unit.path,
      by: { id: actor.id, name: actor.name },
      startedAt: now,
      expiresAt: gatheringEnd(now),
      state: 'open',
      archives: [],
      confirmedBy: null,
      confirmedAt: null,
      finishedAt: null,
      failure: null,
    }
    await transact(async tx => {
      await gatherings.insert(gathering, tx)
      const target = `gathering:${gathering.id}`
      await audit.write({ actor, action: 'gathering.started', target, path: unit.path, at: now }, tx)
    })
    return ok(gathering)
  }
