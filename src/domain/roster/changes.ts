import type { UnitCode } from '../unit.ts'
import { changeStanding, type Plan, type Standing, type Step } from './plan.ts'

export const CHANGED_FIELDS = [
  'name',
  'birth',
  'gender',
  'staffCode',
  'email',
  'phone',
  'posts',
  'venue',
] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]

/** What becomes of one person, as a reader of the preview wants to see it. */
export interface Change {
  readonly kind: 'create' | 'update' | 'move'
  readonly name: string
  /** Where he stands afterwards; `from`: before, of those who move. */
  readonly unit: UnitCode
  readonly from: UnitCode | null
  /** The first of his rows. */
  readonly sheet: string
  readonly row: number
  /** Nothing of those who are created. */
  readonly fields: readonly { readonly field: ChangedField; readonly from: string; readonly to: string }[]
}

const said = ({ person, posts, venue }: Pick<Standing, 'person' | 'posts' | 'venue'>) =>
  ({ ...person, posts: posts.join('; '), venue }) satisfies Record<ChangedField, unknown>

const changeOf = (step: Exclude<Step, { kind: 'keep' }>): Change => {
  const { entry } = step
  const [first] = entry.rows
  const place = { sheet: first?.sheet ?? '', row: first?.row ?? 0 }
  if (!('standing' in step))
    return {
      kind: 'create',
      name: entry.person.name,
      unit: entry.units[0]?.code ?? '',
      from: null,
      ...place,
      fields: [],
    }
  const { standing } = step
  const changed = changeStanding(entry, standing)
  const [before, after] = [said(standing), said(changed)]
  return {
    kind: step.kind === 'move' ? 'move' : 'update',
    name: changed.person.name,
    unit: changed.unit,
    from: step.kind === 'move' ? standing.unit : null,
    ...place,
    fields: CHANGED_FIELDS.filter(field => before[field] !== after[field]).map(field => ({
      field,
      from: before[field] ?? '',
      to: after[field] ?? '',
    })),
  }
}

/** Everybody whom the plan changes, in the order of the plan. */
export const changesIn = ({ steps }: Plan): readonly Change[] =>
  steps.flatMap(step => (step.kind === 'keep' ? [] : [changeOf(step)]))
