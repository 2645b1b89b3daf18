import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isValidOn, treeDay, type Unit, type UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface ListedUnit {
  readonly unit: Unit
  readonly hasChildren: boolean
}

/** The highest units of a scope: none of them lies below another. */
export const topsOf = async ({ units }: Pick<Ports, 'units'>, scope: Scope): Promise<readonly Unit[]> => {
  if (scope.kind === 'everything') return (await units.all()).filter(unit => unit.parent === null)
  const own = await units.byCodes(scope.units)
  const codes = new Set(own.map(unit => unit.code))
  return own.filter(unit => !unit.path.slice(0, -1).some(code => codes.has(code)))
}

/** The direct children of a unit; without one, the highest units the actor reaches. Only those of the campaign's time. */
export const listUnits =
  ({ campaigns, units }: Pick<Ports, 'campaigns' | 'units'>) =>
  async (
    actor: Actor,
    input: { readonly campaign: CampaignCode; readonly parent?: UnitCode | undefined },
  ): Promise<Result<readonly ListedUnit[]>> => {
    const scope = scopeOf(actor, 'see-unit')
    const campaign = await campaigns.find(input.campaign)
    const parent = input.parent === undefined ? undefined : await units.find(scope, input.parent)
    if (campaign === null || parent === null) return refuse(problem('not-found'))

    const day = treeDay(campaign)
    const found = parent === undefined ? await topsOf({ units }, scope) : await units.children(parent.code)
    const valid = found.filter(unit => isValidOn(unit, day))
    const children = await units.childrenOf(valid.map(unit => unit.code))
    const parents = new Set(children.filter(unit => isValidOn(unit, day)).map(unit => unit.parent))
    return ok(valid.map(unit => ({ unit, hasChildren: parents.has(unit.code) })))
  }
