import { type Problem, problem } from './problems.ts'
import { ok, type Result, refuse } from './result.ts'
import { DAY, hanoiDay } from './time.ts'
import { isValidOn, type Unit, type UnitCode } from './unit.ts'
import { unitCodeFrom } from './unit-code.ts'

/** What a unit becomes: one that is there, or a new one beside it. */
export type Successor = { readonly code: UnitCode } | { readonly name: string }

export interface Reorganisation {
  /** They end, whole: their people and the units below them go to the successors. */
  readonly ended: readonly UnitCode[]
  readonly successors: readonly Successor[]
  /** The last day of those that end, `YYYY-MM-DD`. */
  readonly lastDay: string
  /** Which successor gets a unit directly below one that ends. */
  readonly successorOf: (child: UnitCode) => number
}

export interface ReorganisedTree {
  readonly ended: readonly Unit[]
  readonly successors: readonly Unit[]
  /** All that are written: those above, and units below whose parent, or whose path, is another now. */
  readonly changed: readonly Unit[]
  /** Of `changed`, those that stand elsewhere now. */
  readonly moved: readonly Unit[]
}

const wrong = (at: string, reason: string): Problem => problem('input-not-valid', { reason }, at)

/** The day after, `YYYY-MM-DD`. */
const dayAfter = (day: string): string =>
  hanoiDay(new Date(new Date(`${day}T12:00:00+07:00`).getTime() + DAY))

const successorsIn = (
  tree: readonly Unit[],
  first: Unit,
  { successors, ended, lastDay }: Reorganisation,
  problems: Problem[],
): readonly Unit[] => {
  const taken = new Set(tree.map(unit => unit.code))
  return successors.flatMap((wanted, index) => {
    const at = `successors/${index}`
    if ('code' in wanted) {
      const unit = tree.find(({ code }) => code === wanted.code)
      if (unit === undefined) problems.push(wrong(at, `không có đơn vị “${wanted.code}”`))
      else if (unit.path.some(code => ended.includes(code)))
        problems.push(wrong(at, `“${unit.name}” cũng nằm trong những đơn vị kết thúc`))
      else if (unit.kind !== first.kind) problems.push(wrong(at, `“${unit.name}” không cùng loại`))
      else if (!isValidOn(unit, dayAfter(lastDay)))
        problems.push(problem('unit-ended', { unit: unit.name }, at))
      else return [{ ...unit, predecessors: [...new Set([...unit.predecessors, ...ended])] }]
      return []
    }
    const code = unitCodeFrom(wanted.name, first.parent ?? '', taken)
    taken.add(code)
    return [
      {
        code,
        name: wanted.name,
        kind: first.kind,
        parent: first.parent,
        path: [...first.path.slice(0, -1), code],
        validFrom: dayAfter(lastDay),
        validTo: null,
        predecessors: [...ended],
        aliases: [],
      },
    ]
  })
}

/** The tree after units were merged or split, or every reason why it cannot be. */
export const reorganised = (
  tree: readonly Unit[],
  plan: Reorganisation,
  today: string,
): Result<ReorganisedTree> => {
  const byCode = new Map(tree.map(unit => [unit.code, unit]))
  const before = plan.ended.map(code => byCode.get(code))
  const problems: Problem[] = []
  const [first] = before
  if (first === undefined || before.includes(undefined)) return refuse(problem('not-found'))
  const known = before.filter(unit => unit !== undefined)
  for (const [index, unit] of known.entries()) {
    const at = `units/${index}`
    if (unit.parent === null) problems.push(wrong(at, 'Tổng Liên đoàn không nhập, không tách được'))
    else if (unit.kind !== first.kind) problems.push(wrong(at, `“${unit.name}” không cùng loại`))
    else if (![plan.lastDay, dayAfter(plan.lastDay)].every(day => isValidOn(unit, day)))
      problems.push(problem('unit-ended', { unit: unit.name }, at))
    if (known.some(other => other !== unit && other.path.includes(unit.code)))
      problems.push(wrong(at, `“${unit.name}” nằm trên một đơn vị khác cùng kết thúc`))
  }
  if (plan.lastDay > today) problems.push(wrong('lastDay', 'ngày cuối cùng không sau hôm nay'))
  const successors = problems.length > 0 ? [] : successorsIn(tree, first, plan, problems)
  const [reason, ...more] = problems
  if (reason !== undefined) return refuse(reason, ...more)

  const ended = known.map(unit => ({ ...unit, validTo: plan.lastDay }))
  const moved: Unit[] = []
  const parents = new Map<UnitCode, Unit>()
  for (const unit of [...tree].sort((a, b) => a.path.length - b.path.length)) {
    const isChild = plan.ended.includes(unit.parent ?? '') && isValidOn(unit, dayAfter(plan.lastDay))
    const parent = isChild ? successors[plan.successorOf(unit.code)] : parents.get(unit.parent ?? '')
    if (parent === undefined) continue
    const under = { ...unit, parent: parent.code, path: [...parent.path, unit.code] }
    moved.push(under)
    parents.set(unit.code, under)
  }
  return ok({ ended, successors, moved, changed: [...ended, ...successors, ...moved] })
}
