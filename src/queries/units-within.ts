import type { CampaignCode } from '../domain/campaign.ts'
import { type Action, type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isValidOn, treeDay, type Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface PlacedUnit {
  readonly unit: Unit
  /** Below the highest that is listed. */
  readonly depth: number
}

const byName = new Intl.Collator('vi').compare

/** Each before those below it, neighbours by name. */
const inTreeOrder = (units: readonly Unit[]): readonly PlacedUnit[] => {
  const listed = new Set(units.map(({ code }) => code))
  const below = (parent: string | null, depth: number): readonly PlacedUnit[] =>
    units
      .filter(unit => (unit.parent !== null && listed.has(unit.parent) ? unit.parent : null) === parent)
      .sort((a, b) => byName(a.name, b.name))
      .flatMap(unit => [{ unit, depth }, ...below(unit.code, depth + 1)])
  return below(null, 0)
}

/** All units of the campaign's time that an action reaches, as a tree. */
export const unitsWithin =
  ({ campaigns, units }: Pick<Ports, 'campaigns' | 'units'>) =>
  async (actor: Actor, action: Action, code: CampaignCode): Promise<Result<readonly PlacedUnit[]>> => {
    const campaign = await campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const scope = scopeOf(actor, action)
    const trees =
      scope.kind === 'everything'
        ? [await units.all()]
        : await Promise.all(scope.units.map(async unit => units.subtree(unit)))
    const found = new Map(trees.flat().map(unit => [unit.code, unit]))
    const day = treeDay(campaign)
    return ok(inTreeOrder([...found.values()].filter(unit => isValidOn(unit, day))))
  }
