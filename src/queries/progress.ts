import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { addCounts, type Count } from '../domain/count.ts'
import { type Actor, reachesUnit, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { DayTotals, TopicTotals, Totals } from '../domain/progress.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isValidOn, treeDay, type Unit, type UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface Progress {
  readonly campaign: Campaign
  readonly unit: Unit
  /** The units above it that the actor reaches too, highest first. */
  readonly above: readonly Unit[]
  /** Of the unit and all below it. */
  readonly totals: Totals
  readonly topics: readonly TopicTotals[]
  /** When what is in `topics` came. */
  readonly days: readonly DayTotals[]
  /** Of the people directly in the unit. */
  readonly own: Totals
  readonly children: readonly { readonly unit: Unit; readonly totals: Totals }[]
  /** All that was handed in before is in these numbers; null: nothing was ever counted. */
  readonly asOf: Date | null
}

/**
 * How far a unit and its direct children are, from prepared rows alone: the cost does not grow with people or essays.
 * Without a unit: the highest that the actor reaches. Shown are the units of the campaign's time, and any that has people.
 */
export const getProgress =
  ({ campaigns, units, totals }: Pick<Ports, 'campaigns' | 'units' | 'totals'>) =>
  async (
    actor: Actor,
    input: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
  ): Promise<Result<Progress>> => {
    const scope = scopeOf(actor, 'see-progress')
    const campaign = await campaigns.find(input.campaign)
    const unit = await (input.unit === undefined ? units.top(scope) : units.find(scope, input.unit))
    if (campaign === null || unit === null) return refuse(problem('not-found'))

    const children = await units.children(unit.code)
    const path = await units.byCodes(unit.path.slice(0, -1))
    // Read before the rows: they are then at least as new as it says.
    const asOf = await totals.asOf()
    const rows = await totals.rows(
      campaign.code,
      [unit, ...children].map(({ code }) => code),
    )
    const topics = campaign.topics.map(topic => topic.code)
    const counted = (count: Count | undefined): Count => addCounts(topics, count === undefined ? [] : [count])
    const all = counted(rows.get(unit.code)?.all)
    const day = treeDay(campaign)
    return ok({
      campaign,
      unit,
      above: path.filter(one => reachesUnit(scope, one.path)).sort((a, b) => a.path.length - b.path.length),
      totals: all.totals,
      topics: all.topics,
      days: all.days,
      own: counted(rows.get(unit.code)?.own).totals,
      children: children
        .map(child => ({ unit: child, totals: counted(rows.get(child.code)?.all).totals }))
        .filter(child => isValidOn(child.unit, day) || child.totals.people > 0),
      asOf,
    })
  }
