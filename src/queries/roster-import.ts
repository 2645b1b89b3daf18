import { text } from 'node:stream/consumers'
import type { Campaign } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { RosterImport, RosterImportId, RosterPreview } from '../domain/roster-import.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

type Needed = Pick<Ports, 'campaigns' | 'units' | 'rosterImports' | 'stagedFiles'>

export interface RosterImportView {
  readonly campaign: Campaign
  readonly unit: Unit
  readonly roster: RosterImport
}

export const getRosterImport =
  ({ campaigns, units, rosterImports }: Pick<Needed, 'campaigns' | 'units' | 'rosterImports'>) =>
  async (actor: Actor, id: RosterImportId): Promise<Result<RosterImportView>> => {
    const scope = scopeOf(actor, 'import-roster')
    const roster = await rosterImports.find(scope, id)
    if (roster === null) return refuse(problem('not-found'))
    const [campaign, unit] = await Promise.all([
      campaigns.find(roster.campaign),
      units.find(scope, roster.unit),
    ])
    return campaign === null || unit === null ? refuse(problem('not-found')) : ok({ campaign, unit, roster })
  }

/** With all that it would do, or did. */
export const getRosterPreview =
  (ports: Needed) =>
  async (
    actor: Actor,
    id: RosterImportId,
  ): Promise<Result<RosterImportView & { readonly preview: RosterPreview }>> => {
    const found = await getRosterImport(ports)(actor, id)
    if (!found.ok) return found
    const { fileId } = found.value.roster.preview
    const json = await text(ports.stagedFiles.open(fileId)).catch(() => null)
    if (json === null) return refuse(problem('not-found'))
    return ok({ ...found.value, preview: JSON.parse(json) as RosterPreview })
  }
