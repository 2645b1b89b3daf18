import type { EnrolmentId } from '../enrolment.ts'
import type { Unit, UnitCode } from '../unit.ts'
import type { RosterFile } from './entries.ts'
import { changeStanding, type Known, type Plan, type Step } from './plan.ts'
import type { Note } from './sheet.ts'

export interface Move {
  readonly id: EnrolmentId
  readonly name: string
  readonly from: UnitCode
  readonly to: UnitCode
}

/** `rows = created + updated + moved + merged + unchanged + rejected.length`. */
export interface RosterOutcome {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly moved: number
  /** Rows of people that an earlier row of the file names already. */
  readonly merged: number
  readonly unchanged: number
  readonly rejected: readonly Note[]
  readonly warnings: readonly Note[]
  readonly moves: readonly Move[]
  /** Enrolled in the unit or below it, and not in the file. They stay. */
  readonly absent: readonly { readonly id: EnrolmentId; readonly name: string; readonly unit: UnitCode }[]
}

/** The steps that change something. */
export const dueIn = ({ steps }: Plan): readonly Step[] => steps.filter(step => step.kind !== 'keep')

const moveOf = (step: Step): readonly Move[] => {
  if (step.kind !== 'move') return []
  const { id, person, unit } = step.standing
  return [{ id, name: person.name, from: unit, to: changeStanding(step.entry, step.standing).unit }]
}

/** What an import came to when `done` are the steps that changed something. */
export const outcomeOf = (
  unit: Unit,
  file: RosterFile,
  plan: Plan,
  known: readonly Known[],
  done: readonly Step[],
): RosterOutcome => {
  const count = (kind: Step['kind']) => done.filter(step => step.kind === kind).length
  const rejected = [...file.rejected, ...plan.rejected]
  const rows = plan.steps.reduce((sum, { entry }) => sum + entry.rows.length, 0)
  return {
    rows: rows + rejected.length,
    created: count('create'),
    updated: count('update'),
    moved: count('move'),
    merged: rows - plan.steps.length,
    unchanged: plan.steps.length - done.length,
    rejected,
    warnings: [...file.warnings, ...plan.warnings],
    moves: done.flatMap(moveOf),
    absent: known.flatMap(({ cadre, standing, isVisible }) =>
      standing !== null && isVisible && standing.path.includes(unit.code) && !plan.present.has(cadre)
        ? [{ id: standing.id, name: standing.person.name, unit: standing.unit }]
        : [],
    ),
  }
}

/** The lists of an outcome as their lengths: what the audit keeps. */
export const countsOf = ({ rejected, warnings, absent, moves: _moves, ...counts }: RosterOutcome) => ({
  ...counts,
  rejected: rejected.length,
  warnings: warnings.length,
  absent: absent.length,
})
