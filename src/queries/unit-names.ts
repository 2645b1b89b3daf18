import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** How the units with these codes are called; one that is no more keeps its code. */
export const unitNames =
  ({ units }: Pick<Ports, 'units'>) =>
  async (codes: readonly UnitCode[]): Promise<(code: UnitCode) => string> => {
    const names = new Map((await units.byCodes([...new Set(codes)])).map(({ code, name }) => [code, name]))
    return code => names.get(code) ?? code
  }
