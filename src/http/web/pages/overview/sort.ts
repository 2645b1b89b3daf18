import type { Progress } from '../../../../queries/progress.ts'

export type UnitRow = Progress['children'][number]

export const COLUMNS = [
  'name',
  'people',
  'exempt',
  'expected',
  'submitted',
  'onTime',
  'late',
  'missing',
  'percent',
] as const
export type ColumnName = (typeof COLUMNS)[number]

/** A column's name, largest first with a `-` in front. */
export type Sort = ColumnName | `-${ColumnName}`
export const SORTS = COLUMNS.flatMap((name): readonly Sort[] => [name, `-${name}`])

/** The biggest gap first. */
export const USUAL_SORT: Sort = '-missing'

export const isBy = (sort: Sort, column: ColumnName): 'ascending' | 'descending' | undefined =>
  sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined

/** What a press on a column's head asks for: turned round if it is sorted by already; else numbers largest first. */
export const nextSort = (sort: Sort, column: ColumnName): Sort => {
  const present = isBy(sort, column)
  if (present === undefined) return column === 'name' ? column : `-${column}`
  return present === 'ascending' ? `-${column}` : column
}

/** Units come in the order of their names, and equals stay in it. */
export const sorted = (rows: readonly UnitRow[], sort: Sort): readonly UnitRow[] => {
  const column = COLUMNS.find(name => isBy(sort, name) !== undefined) ?? 'name'
  const isDescending = isBy(sort, column) === 'descending'
  if (column === 'name') return isDescending ? [...rows].reverse() : rows
  const turn = isDescending ? -1 : 1
  return [...rows].sort((a, b) => turn * (a.totals[column] - b.totals[column]))
}
