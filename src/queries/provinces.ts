import { hanoiDay } from '../domain/time.ts'
import { isValidOn, type Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** The confederation and the units directly under it that exist now, by name: no secret. */
export const listProvinces =
  ({ units }: Pick<Ports, 'units'>) =>
  async (now: Date): Promise<readonly Unit[]> => {
    const top = await units.top({ kind: 'everything' })
    if (top === null) return []
    const provinces = await units.children(top.code)
    return [top, ...provinces.filter(unit => isValidOn(unit, hanoiDay(now)))]
  }
