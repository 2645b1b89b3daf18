import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { RosterImport } from '../domain/roster-import.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { reachableUnits } from './reachable-units.ts'

const NEWEST = 50

export interface RosterImportsView {
  readonly campaign: Campaign
  /** That the actor may import for, each after the one above it. */
  readonly units: readonly Unit[]
  /** Newest first. */
  readonly imports: readonly RosterImport[]
}

/** What was uploaded lately for the units that the actor imports for, and which units these are. */
export const listRosterImports =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'rosterImports'>) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<RosterImportsView>> => {
    const scope = scopeOf(actor, 'import-roster')
    const campaign = await ports.campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const [units, imports] = await Promise.all([
      reachableUnits(ports)(scope, campaign),
      ports.rosterImports.list(scope, code, null, NEWEST),
    ])
    return ok({ campaign, units, imports })
  }
