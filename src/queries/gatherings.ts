import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Gathering } from '../domain/gathering.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { reachableUnits } from './reachable-units.ts'

const NEWEST = 50

export interface GatheringsView {
  readonly campaign: Campaign
  /** That the actor may collect for, each after the one above it. */
  readonly units: readonly Unit[]
  /** Newest first. */
  readonly gatherings: readonly Gathering[]
}

/** What was collected lately in the units that the actor hands in for. */
export const listGatherings =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'gatherings'>) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<GatheringsView>> => {
    const scope = scopeOf(actor, 'gather-essays')
    const campaign = await ports.campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const [units, gatherings] = await Promise.all([
      reachableUnits(ports)(scope, campaign),
      ports.gatherings.list(scope, code, NEWEST),
    ])
    return ok({ campaign, units, gatherings })
  }
