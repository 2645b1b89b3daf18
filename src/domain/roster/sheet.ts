import type { Person } from '../cadre.ts'
import { type Problem, problem } from '../problems.ts'
import type { Unit } from '../unit.ts'
import type { Row, Sheet } from './cells.ts'
import { type Column, findHead, type Head, headAt } from './columns.ts'
import { type PersonCells, personOf } from './person.ts'
import { type Place, placeOfHeading, placeOfRow, placeOfSheet, type SheetContext } from './places.ts'
import { cellsOf, onlyText, type RowCells, titleOf } from './row-cells.ts'
import { headingText, isArabic, isClosing, isColumnNumbers, isExample, isTotal } from './row-kinds.ts'
import { isBodyName } from './unit-names.ts'

/** Something to say about a row. */
export interface Note {
  readonly sheet: string
  readonly row: number
  /** The column's title as the file words it; null when it concerns the row. */
  readonly column: string | null
  readonly problem: Problem
}

/** A row that is a person. */
export interface RosterRow extends PersonCells {
  readonly sheet: string
  readonly row: number
  /** null: neither the row nor its section nor its sheet names one. */
  readonly unit: Unit | null
}

export type Line =
  | { readonly kind: 'person'; readonly row: RosterRow; readonly warnings: readonly Note[] }
  | { readonly kind: 'rejected'; readonly note: Note; readonly person: Person | null }

/** A list ends with place and date or on whose behalf it is signed: few words, and no number. */
const endsList = ({ texts, number, birth }: RowCells): boolean =>
  birth === '' && !isArabic(number) && new Set(texts).size <= 2 && texts.some(isClosing)

/** The heading that a row is, if it is one: all its words are one text, or it names a unit and nothing of a person. */
const headingOf = (cells: RowCells, columns: readonly Column[], { match }: SheetContext): string | null => {
  const { number, name, filled, texts } = cells
  const namesUnit = (text: string) => isBodyName(text) || 'unit' in match(headingText(text))
  if (name !== '' && filled === 0 && namesUnit(name)) return name
  const only = onlyText(cells)
  if (only === null) return null
  const isCounted = isArabic(number)
  // Somebody of whom nothing but the name is known, or all but the name.
  const isPerson = only === name ? isCounted || titleOf(columns, 'number') === null : isCounted
  return isPerson && texts.length <= 2 && !namesUnit(only) ? null : only
}

const lineOf = (
  { name, filled, number, unit }: RowCells,
  row: Row,
  columns: readonly Column[],
  { place, context, sheet }: { place: Place; context: SheetContext; sheet: string },
): Line | null => {
  const note = (column: string | null, problem: Problem): Note => ({
    sheet,
    row: row.number,
    column,
    problem,
  })
  if (!/\p{L}/u.test(name) || name.length > 100) {
    const isPerson = filled > 1 || (isArabic(number) && filled > 0)
    const title = titleOf(columns, 'name', 'family')
    return isPerson
      ? { kind: 'rejected', note: note(title, problem('row-without-name')), person: null }
      : null
  }
  const cells = personOf(name, row.cells, columns, context.thisYear)
  const stands = placeOfRow(unit, place, context)
  if (stands !== null && 'unknown' in stands) {
    const title = unit === '' ? null : titleOf(columns, 'unit')
    return { kind: 'rejected', note: note(title, stands.unknown), person: cells.person }
  }
  return {
    kind: 'person',
    row: { ...cells, sheet, row: row.number, unit: stands?.unit ?? null },
    warnings: cells.wrong.map(({ title, problem }) => note(title, problem)),
  }
}

const linesOf = function* (sheet: Sheet, at: number, head: Head, context: SheetContext): Generator<Line> {
  const { rows } = sheet
  let { columns } = head
  let place = placeOfSheet(sheet, rows.slice(0, at), context)
  let hasEnded = false
  for (let i = at + head.height; i < rows.length; i += 1) {
    const row = rows[i]
    if (row === undefined) break
    const cells = cellsOf(row.cells, columns)
    const isCounted = isArabic(cells.number)
    const again = isCounted ? null : headAt(row, rows[i + 1])
    if (again !== null) {
      columns = again.columns
      i += again.height - 1
      continue
    }
    if (
      isColumnNumbers(cells.texts) ||
      isExample(cells.number) ||
      [cells.name, cells.number, onlyText(cells) ?? ''].some(isTotal)
    )
      continue
    if (endsList(cells)) hasEnded = true
    if (hasEnded && !(isCounted ? cells.filled > 0 : cells.filled > 1)) continue
    const heading = headingOf(cells, columns, context)
    if (heading !== null) {
      place = placeOfHeading(heading, cells.number, place, context)
      continue
    }
    const line = lineOf(cells, row, columns, { place, context, sheet: sheet.name })
    if (line !== null) yield line
  }
}

/**
 * A sheet as offices make them → its people, and the rows that look like people but cannot be taken. null: no head,
 * so no roster. Titles, sections, repeated heads, column numbers, totals and signatures are told from people.
 */
export const readSheet = (sheet: Sheet, context: SheetContext): Generator<Line> | null => {
  const found = findHead(sheet.rows)
  return found && linesOf(sheet, found.at, found.head, context)
}
