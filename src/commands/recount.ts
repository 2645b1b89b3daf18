import type { CampaignCode } from '../domain/campaign.ts'
import type { Difference } from '../domain/count.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { compareTotals } from './compare-totals.ts'
import { countUnits } from './count-units.ts'
import { mendTally } from './mend-tally.ts'
import { recountStale } from './recount-stale.ts'

type Needed = Pick<Ports, 'totals' | 'units' | 'campaigns' | 'enrolments' | 'transact'>

export interface Recount {
  /** How many rows were held against the enrolments. */
  readonly units: number
  readonly differences: readonly (Difference & { readonly campaign: CampaignCode })[]
  /** Enrolments whose tally was not what their essays say. */
  readonly tallies: readonly EnrolmentId[]
}

/** Proves the prepared numbers: holds every tally and every unit's row against the essays, says what differs, and mends it. */
export const recount =
  (ports: Needed) =>
  async (
    actor: Actor,
    { campaign: only }: { readonly campaign?: CampaignCode },
    now: Date,
  ): Promise<Result<Recount>> => {
    if (scopeOf(actor, 'edit-campaign').kind !== 'everything') return refuse(problem('forbidden'))
    const all = await ports.campaigns.all()
    const chosen = only === undefined ? all : all.filter(campaign => campaign.code === only)
    if (only !== undefined && chosen.length === 0) return refuse(problem('not-found'))

    const settle = async () => {
      while ((await recountStale(ports)(now)) > 0);
    }
    await settle()
    const tree = await ports.units.all()
    const differences: Recount['differences'][number][] = []
    const tallies: EnrolmentId[] = []
    for (const campaign of chosen) {
      const found = await compareTotals(ports)(campaign, tree)
      differences.push(...found.differences.map(entry => ({ ...entry, campaign: campaign.code })))
      tallies.push(...found.tallies)
      for (const id of found.tallies) await mendTally(ports)(campaign.code, id)
      const units = new Set(found.differences.map(entry => entry.unit))
      if (units.size > 0) await countUnits(ports)(campaign, [...units])
    }
    await settle()
    return ok({ units: tree.length * chosen.length, differences, tallies })
  }
