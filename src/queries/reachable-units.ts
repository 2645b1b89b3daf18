import type { Campaign } from '../domain/campaign.ts'
import type { Scope } from '../domain/permission.ts'
import { isValidOn, treeDay, type Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** Every unit in the scope, of the campaign's time, each after the one above it. */
export const reachableUnits =
  ({ units }: Pick<Ports, 'units'>) =>
  async (scope: Scope, campaign: Campaign): Promise<readonly Unit[]> => {
    const day = treeDay(campaign)
    const own =
      scope.kind === 'everything'
        ? [await units.all()]
        : await Promise.all(scope.units.map(async code => units.subtree(code)))
    const valid = new Map(
      own
        .flat()
        .filter(unit => isValidOn(unit, day))
        .map(unit => [unit.code, unit]),
    )
    return [...valid.values()].sort((a, b) => (a.path.join(' ') < b.path.join(' ') ? -1 : 1))
  }
