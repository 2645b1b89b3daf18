import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Action, type Actor, reachesUnit, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isValidOn, treeDay, type Unit, type UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { listUnits } from './list-units.ts'

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
    const [campaign, unit] = await Promise.all([
      campaigns.find(asked.campaign),
      asked.unit === undefined ? units.top(scope) : units.find(scope, asked.unit),
    ])
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const day = treeDay(campaign)
    const [path, children] = await Promise.all([
      units.byCodes(unit.path.slice(0, -1)),
      units.children(unit.code),
    ])
    return ok({
      campaign,
      unit,
      above: path.filter(one => reachesUnit(scope, one.path)).sort((a, b) => a.path.length - b.path.length),
      below: children.filter(child => isValidOn(child, day)),
    })
  }

/** `unit` is null where the actor reaches several and asks for none: `below` are the highest of them. */
export interface UnitsToShow extends Pick<UnitChoice, 'above' | 'below'> {
  readonly unit: Unit | null
}

/** For lists, which may show several units at once. */
export const getUnitsToShow =
  (ports: Pick<Ports, 'campaigns' | 'units'>) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
  ): Promise<Result<UnitsToShow>> => {
    if (asked.unit !== undefined) return getUnitChoice(ports)(actor, 'see-unit', asked)
    const highest = await listUnits(ports)(actor, { campaign: asked.campaign, parent: undefined })
    if (!highest.ok) return highest
    const [only, ...others] = highest.value.map(({ unit }) => unit)
    if (only !== undefined && others.length === 0)
      return getUnitChoice(ports)(actor, 'see-unit', { ...asked, unit: only.code })
    return ok({ unit: null, above: [], below: only === undefined ? [] : [only, ...others] })
  }
