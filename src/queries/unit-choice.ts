import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Action, type Actor, reachesUnit, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isValidOn, treeDay, type Unit, type UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** The unit that a page is about, and those it may be changed for. */
export interface UnitChoice {
  readonly campaign: Campaign
  readonly unit: Unit
  /** Those above it that the actor reaches too, highest first. */
  readonly above: readonly Unit[]
  /** Direct children of the campaign's time, by name. */
  readonly below: readonly Unit[]
}

/** Without a unit: the highest one that the action reaches. */
export const getUnitChoice =
  ({ campaigns, units }: Pick<Ports, 'campaigns' | 'units'>) =>
  async (
    actor: Actor,
    action: Action,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
  ): Promise<Result<UnitChoice>> => {
    const scope = scopeOf(actor, action)
    const campaign = await campaigns.find(asked.campaign)
    const unit = await (asked.unit === undefined ? units.top(scope) : units.find(scope, asked.unit))
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const day = treeDay(campaign)
    const path = await units.byCodes(unit.path.slice(0, -1))
    return ok({
      campaign,
      unit,
      above: path.filter(one => reachesUnit(scope, one.path)).sort((a, b) => a.path.length - b.path.length),
      below: (await units.children(unit.code)).filter(child => isValidOn(child, day)),
    })
  }
