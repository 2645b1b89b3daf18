import type { Letterhead } from '../domain/letterhead.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** What the papers of a unit carry from now on; reports that are finished stay as they are. */
export const saveLetterhead =
  ({ units, letterheads, audit, transact }: Pick<Ports, 'units' | 'letterheads' | 'audit' | 'transact'>) =>
  async (actor: Actor, code: UnitCode, letterhead: Letterhead, now: Date): Promise<Result<null>> => {
    const unit = await units.find(scopeOf(actor, 'compile-report'), code)
    if (unit === null) return refuse(problem('not-found'))
    await transact(async tx => {
      await letterheads.save({ ...letterhead, unit: unit.code }, tx)
      const { path } = unit
      await audit.write(
        {
          actor,
          action: 'letterhead.changed',
          target: `unit:${unit.code}`,
          path,
          at: now,
          details: { ...letterhead },
        },
        tx,
      )
    })
    return ok(null)
  }
