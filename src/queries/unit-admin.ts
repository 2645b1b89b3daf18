import type { Campaign } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import { fold, textKey } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'

export interface UnitInTree {
  readonly unit: Unit
  readonly hasChildren: boolean
}

const FOUND_AT_MOST = 100

const byName = (a: Unit, b: Unit): number => (textKey(a.name) < textKey(b.name) ? -1 : 1)

/** Do all words begin a word of the unit's names or code? */
const isMeant = (words: readonly string[], { name, aliases, code }: Unit): boolean => {
  const text = ` ${fold([name, ...aliases, code].join(' ')).replaceAll(/[^a-z0-9]+/g, ' ')}`
  return words.every(word => text.includes(` ${word}`))
}

/** Units of all times by name: those directly below one, without one the top; or those that are meant by some words. */
export const browseUnits =
  ({ units }: Pick<Ports, 'units'>) =>
  async (
    actor: Actor,
    asked: { readonly parent?: UnitCode | undefined; readonly q?: string | undefined },
  ): Promise<Result<readonly UnitInTree[]>> => {
    if (scopeOf(actor, 'edit-units').kind !== 'everything') return refuse(problem('forbidden'))
    const all = await units.all()
    if (asked.parent !== undefined && !all.some(({ code }) => code === asked.parent))
      return refuse(problem('not-found'))
    const words = fold(asked.q ?? '')
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .split(' ')
      .filter(word => word !== '')
    const shown =
      words.length > 0
        ? all
            .filter(unit => isMeant(words, unit))
            .sort(byName)
            .slice(0, FOUND_AT_MOST)
        : all.filter(({ parent }) => parent === (asked.parent ?? null)).sort(byName)
    const parents = new Set(all.map(({ parent }) => parent))
    return ok(shown.map(unit => ({ unit, hasChildren: parents.has(unit.code) })))
  }

export interface UnitView {
  readonly unit: Unit
  /** Root first. */
  readonly above: readonly Unit[]
  readonly children: readonly UnitInTree[]
  readonly predecessors: readonly Unit[]
  readonly successors: readonly Unit[]
  /** Who stands directly in it, campaign by campaign, newest first. */
  readonly people: readonly { readonly campaign: Campaign; readonly count: number }[]
  /** Accounts with a grant of this very unit. */
  readonly accounts: number
}

/** One unit with all that hangs on it. */
export const getUnit =
  (ports: Pick<Ports, 'units' | 'campaigns' | 'roster' | 'accounts'>) =>
  async (actor: Actor, code: UnitCode): Promise<Result<UnitView>> => {
    const { units, campaigns, roster, accounts } = ports
    const scope = scopeOf(actor, 'edit-units')
    if (scope.kind !== 'everything') return refuse(problem('forbidden'))
    const unit = await units.find(scope, code)
    if (unit === null) return refuse(problem('not-found'))
    const path = await units.byCodes(unit.path.slice(0, -1))
    const children = await browseUnits(ports)(actor, { parent: code })
    const counts = await roster.countIn(code)
    return ok({
      unit,
      above: [...path].sort((a, b) => a.path.length - b.path.length),
      children: children.ok ? children.value : [],
      predecessors: await units.byCodes(unit.predecessors),
      successors: await units.successors(code),
      people: (await campaigns.all()).flatMap(campaign => {
        const count = counts.get(campaign.code)
        return count === undefined ? [] : [{ campaign, count }]
      }),
      accounts: (await accounts.grantedOn([code])).length,
    })
  }
