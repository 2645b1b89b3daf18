import { type Letterhead, usualLetterhead } from '../domain/letterhead.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface LetterheadView {
  readonly unit: Unit
  readonly letterhead: Letterhead
  /** Nothing was told yet: this is what is usual. */
  readonly isUsual: boolean
}

/** What stands on the papers of a unit. */
export const letterheadOf =
  ({ letterheads, units }: Pick<Ports, 'letterheads' | 'units'>) =>
  async (unit: Unit): Promise<LetterheadView> => {
    const told = await letterheads.find(unit.code)
    if (told !== null) {
      const { unit: _unit, ...letterhead } = told
      return { unit, letterhead, isUsual: false }
    }
    const found = await units.byCodes(unit.path.slice(0, -1))
    const above = [...found].sort((a, b) => a.path.length - b.path.length)
    return { unit, letterhead: usualLetterhead(unit, above), isUsual: true }
  }

export const getLetterhead =
  (ports: Pick<Ports, 'letterheads' | 'units'>) =>
  async (actor: Actor, code: UnitCode): Promise<Result<LetterheadView>> => {
    const unit = await ports.units.find(scopeOf(actor, 'compile-report'), code)
    return unit === null ? refuse(problem('not-found')) : ok(await letterheadOf(ports)(unit))
  }
