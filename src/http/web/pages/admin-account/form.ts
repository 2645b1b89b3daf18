import { z } from 'zod'
import type { Actor, Grant } from '../../../../domain/permission.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import type { Unit } from '../../../../domain/unit.ts'
import type { Account } from '../../../../ports/accounts.ts'
import type { Ports } from '../../../../ports/index.ts'
import { namedUnits } from '../../../../queries/named-units.ts'

/** A field that may be there several times. */
const several = z
  .union([z.string().max(300), z.array(z.string().max(300)).max(100)])
  .default([])
  .transform(value => [value].flat())

const filled = (texts: readonly string[]): readonly string[] =>
  texts.map(text => text.trim()).filter(text => text !== '')

/** As typed: what is wrong with it is told in the form. */
export const accountForm = z.object({
  login: z.string().max(300).default(''),
  name: z.string().max(1000).default(''),
  admin: z.literal('1').optional(),
  staffUnits: several,
  trainerUnits: several,
})
export type TypedAccount = z.output<typeof accountForm>

export const NOTHING_TYPED: TypedAccount = { login: '', name: '', staffUnits: [], trainerUnits: [] }

const named = ({ code, name }: Unit): string => `${name} (${code})`

/** An account as its form shows it. */
export const typedOf = ({ login, name, grants }: Account, units: readonly Unit[]): TypedAccount => {
  const of = (role: 'staff' | 'trainer'): string[] =>
    grants.flatMap(grant =>
      grant.role === role
        ? grant.units.map(code => {
            const unit = units.find(one => one.code === code)
            return unit === undefined ? code : named(unit)
          })
        : [],
    )
  return {
    login,
    name,
    ...(grants.some(({ role }) => role === 'admin') ? { admin: '1' } : {}),
    staffUnits: of('staff'),
    trainerUnits: of('trainer'),
  }
}

/** What the form grants, with units found by what was typed; everything wrong at once. */
export const grantsIn =
  (ports: Pick<Ports, 'units'>) =>
  async (actor: Actor, typed: TypedAccount, now: Date): Promise<Result<readonly Grant[]>> => {
    const staff = await namedUnits(ports)(actor, filled(typed.staffUnits), 'staffUnits', now)
    const trainer = await namedUnits(ports)(actor, filled(typed.trainerUnits), 'trainerUnits', now)
    const [first, ...more] = [staff, trainer].flatMap(found => (found.ok ? [] : found.problems))
    if (first !== undefined) return refuse(first, ...more)
    const granted = (role: 'staff' | 'trainer', found: typeof staff): readonly Grant[] =>
      found.ok && found.value.length > 0 ? [{ role, units: found.value.map(({ code }) => code) }] : []
    return ok([
      ...(typed.admin === undefined ? [] : [{ role: 'admin' } as const]),
      ...granted('staff', staff),
      ...granted('trainer', trainer),
    ])
  }
