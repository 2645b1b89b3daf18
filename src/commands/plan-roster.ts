import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { RosterFile } from '../domain/roster/entries.ts'
import { planImport } from '../domain/roster/plan.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { TableFile } from '../ports/tables.ts'
import type { Planned } from './apply-roster.ts'
import { inSlices } from './in-slices.ts'
import { readRoster } from './read-roster.ts'

export interface RosterInput {
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  readonly file: TableFile
}

export interface RosterPlan {
  readonly campaign: Campaign
  readonly unit: Unit
  readonly file: RosterFile
  readonly planned: Planned
  /** The same file against the people as they are by then. */
  readonly again: () => Promise<Planned>
}

/** A roster read and held against the people who are known: all that an import of it would do. */
export const planRoster =
  (ports: Pick<Ports, 'campaigns' | 'units' | 'tables' | 'roster'>) =>
  async (actor: Actor, input: RosterInput): Promise<Result<RosterPlan>> => {
    const { campaigns, units, roster } = ports
    const scope = scopeOf(actor, 'import-roster')
    const campaign = await campaigns.find(input.campaign)
    const unit = await units.find(scope, input.unit)
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const read = await readRoster(ports)(campaign, unit, input.file)
    if (!read.ok) return read
    const file = read.value
    const people = [...file.entries.map(({ person }) => person), ...file.rejectedPeople]
    const again = async (): Promise<Planned> => {
      const revision = await roster.revision(campaign.code)
      const known = await roster.known(scope, campaign.code, unit.code, people)
      return { plan: await inSlices(planImport(file, known)), known, revision }
    }
    return ok({ campaign, unit, file, planned: await again(), again })
  }
