import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isSame } from '../domain/same.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import { checkUnit } from '../domain/unit-rules.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'

/** What is not given stays as it is. */
export interface UnitPatch {
  readonly name?: string | undefined
  readonly aliases?: readonly string[] | undefined
  readonly validFrom?: string | null | undefined
  readonly validTo?: string | null | undefined
}

const told = ({ name, aliases, validFrom, validTo }: Unit) => ({ name, aliases, validFrom, validTo })

/** A name that is given up stays one that rosters may still use. */
const aliasesOf = (before: Unit, name: string, given: readonly string[] | undefined): readonly string[] => {
  const kept = given ?? before.aliases
  const old = name === before.name ? [] : [before.name]
  return [...new Set([...kept.map(clean), ...old])].filter(alias => alias !== '' && alias !== name)
}

/** Renames a unit, or changes its other names and its days. */
export const changeUnit =
  ({ units, audit, transact }: Pick<Ports, 'units' | 'audit' | 'transact'>) =>
  async (actor: Actor, code: UnitCode, patch: UnitPatch, now: Date): Promise<Result<Unit>> => {
    if (scopeOf(actor, 'edit-units').kind !== 'everything') return refuse(problem('forbidden'))
    return transact<Result<Unit>>(async tx => {
      const all = await units.all(tx)
      const before = all.find(unit => unit.code === code)
      if (before === undefined) return refuse(problem('not-found'))
      const name = patch.name === undefined ? before.name : clean(patch.name)
      const after: Unit = {
        ...before,
        name,
        aliases: aliasesOf(before, name, patch.aliases),
        validFrom: patch.validFrom === undefined ? before.validFrom : patch.validFrom,
        validTo: patch.validTo === undefined ? before.validTo : patch.validTo,
      }
      const parent = all.find(unit => unit.code === before.parent) ?? null
      const [first, ...more] = checkUnit(after, parent)
      if (first !== undefined) return refuse(first, ...more)
      if (isSame(before, after)) return ok(after)
      await units.save([after], tx)
      await audit.write(
        {
          actor,
          action: 'unit.changed',
          target: `unit:${code}`,
          path: after.path,
          at: now,
          details: { before: told(before), after: told(after) },
        },
        tx,
      )
      return ok(after)
    })
  }
