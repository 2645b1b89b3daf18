import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit, UnitCode, UnitKind } from '../domain/unit.ts'
import { unitCodeFrom } from '../domain/unit-code.ts'
import { checkUnit, KINDS_UNDER } from '../domain/unit-rules.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'

export interface NewUnit {
  readonly parent: UnitCode
  readonly name: string
  /** None: one is made of the name. */
  readonly code?: UnitCode | undefined
  /** None: the first that may stand there. */
  readonly kind?: UnitKind | undefined
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly aliases: readonly string[]
}

/** Adds a unit under another one. */
export const createUnit =
  ({ units, audit, transact }: Pick<Ports, 'units' | 'audit' | 'transact'>) =>
  async (actor: Actor, given: NewUnit, now: Date): Promise<Result<Unit>> => {
    if (scopeOf(actor, 'edit-units').kind !== 'everything') return refuse(problem('forbidden'))
    return transact<Result<Unit>>(async tx => {
      const all = new Map((await units.all(tx)).map(unit => [unit.code, unit]))
      const parent = all.get(given.parent)
      if (parent === undefined) return refuse(problem('not-found'))
      const name = clean(given.name)
      const { validFrom, validTo, aliases } = given
      const kind = given.kind ?? KINDS_UNDER[parent.kind][0] ?? 'grassroots'
      const [first, ...more] = checkUnit({ name, kind, validFrom, validTo }, parent)
      if (first !== undefined) return refuse(first, ...more)
      const code = given.code ?? unitCodeFrom(name, parent.code, new Set(all.keys()))
      if (all.has(code)) return refuse(problem('already-exists', { what: 'đơn vị', code }, 'body/code'))
      const unit: Unit = {
        ...{ code, name, kind, validFrom, validTo, aliases },
        parent: parent.code,
        path: [...parent.path, code],
        predecessors: [],
      }
      await units.save([unit], tx)
      await audit.write(
        {
          actor,
          action: 'unit.created',
          target: `unit:${code}`,
          path: unit.path,
          at: now,
          details: { name },
        },
        tx,
      )
      return ok(unit)
    })
  }
