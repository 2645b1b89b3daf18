import { type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import { isNation } from '../domain/unit-group.ts'
import type { Ports } from '../ports/index.ts'

/** Whose reports somebody may have compiled: staff their own; trainers only where they are given the whole nation. */
export const compileScope =
  ({ units }: Pick<Ports, 'units'>) =>
  async (actor: Actor): Promise<Scope> => {
    const own = scopeOf(actor, 'compile-report')
    const trained = scopeOf(actor, 'compile-nation')
    if (own.kind === 'everything' || trained.kind === 'everything' || trained.units.length === 0) return own
    const nations = (await units.byCodes(trained.units)).filter(isNation).map(({ code }) => code)
    return { ...own, units: [...own.units, ...nations] }
  }
