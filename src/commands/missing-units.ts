import { type Grant, unitsOf } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** Units of the grants that do not exist. */
export const missingUnits =
  ({ units }: Pick<Ports, 'units'>) =>
  async (grants: readonly Grant[]): Promise<readonly UnitCode[]> => {
    const granted = unitsOf({ grants })
    const known = new Set((await units.byCodes(granted)).map(unit => unit.code))
    return granted.filter(code => !known.has(code))
  }
