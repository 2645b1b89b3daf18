import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isSame } from '../domain/same.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface LoadedUnits {
  readonly created: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
}

/**
 * Makes the tree of units the one given, whole: all or nothing, and only what differs is written. Enrolments and
 * extensions follow a unit that stands under another one now. A unit that is not in the tree any more goes, unless
 * somebody stands in it: that is what `validTo` is for.
 */
export const loadUnits =
  ({ units, roster, audit, transact }: Pick<Ports, 'units' | 'roster' | 'audit' | 'transact'>) =>
  async (actor: Actor, tree: readonly Unit[], now: Date): Promise<Result<LoadedUnits>> => {
    if (scopeOf(actor, 'edit-units').kind !== 'everything') return refuse(problem('forbidden'))
    return transact(async tx => {
      const before = new Map((await units.all(tx)).map(unit => [unit.code, unit]))
      const wanted = new Set(tree.map(unit => unit.code))
      const removed = [...before.keys()].filter(code => !wanted.has(code))
      const [used, ...more] = await roster.unitsInUse(removed, tx)
      if (used !== undefined)
        return refuse(
          problem('unit-in-use', { unit: used }),
          ...more.map(unit => problem('unit-in-use', { unit })),
        )

      const created = tree.filter(({ code }) => !before.has(code))
      const changed = tree.flatMap(unit => {
        const old = before.get(unit.code)
        return old === undefined || isSame(old, unit) ? [] : [{ old, unit }]
      })
      const counts = {
        created: created.length,
        changed: changed.length,
        removed: removed.length,
        unchanged: tree.length - created.length - changed.length,
      }
      if (counts.unchanged === tree.length && removed.length === 0) return ok(counts)

      await units.save([...created, ...changed.map(({ unit }) => unit)], tx)
      await units.remove(removed, tx)
      await roster.repath(
        changed.flatMap(({ old, unit }) => (isSame(old.path, unit.path) ? [] : [unit])),
        tx,
      )
      await audit.write(
        { actor, action: 'units.loaded', target: 'units', path: [], at: now, details: counts },
        tx,
      )
      return ok(counts)
    })
  }
