import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { unitMatcher } from '../domain/roster/unit-names.ts'
import { hanoiDay } from '../domain/time.ts'
import { isValidOn, type Unit, type UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** "LĐLĐ tỉnh Hưng Yên (hung-yen)": the code decides where it is given. */
const codeIn = (text: string): UnitCode => (/\(([a-z0-9-]+)\)\s*$/.exec(text)?.[1] ?? text).trim()

/** The units that are meant by what somebody typed: codes, or names as offices write them. `at` says which field. */
export const namedUnits =
  ({ units }: Pick<Ports, 'units'>) =>
  async (actor: Actor, texts: readonly string[], at: string, now: Date): Promise<Result<readonly Unit[]>> => {
    if (scopeOf(actor, 'edit-units').kind !== 'everything') return refuse(problem('forbidden'))
    const all = await units.all()
    const byCode = new Map(all.map(unit => [unit.code, unit]))
    const match = unitMatcher(
      all.filter(unit => isValidOn(unit, hanoiDay(now))),
      all,
    )
    const found: Unit[] = []
    const problems: Problem[] = []
    for (const text of texts) {
      const coded = byCode.get(codeIn(text))
      const named = coded === undefined ? match(text) : { unit: coded }
      if ('unit' in named) found.push(named.unit)
      else problems.push(problem('unit-not-known', { unit: text, candidates: named.candidates }, at))
    }
    const [first, ...more] = problems
    return first === undefined ? ok([...new Set(found)]) : refuse(first, ...more)
  }
