import type { Person } from '../cadre.ts'
import { type Problem, problem } from '../problems.ts'
import type { Unit } from '../unit.ts'
import { type Cell, type Row, type Sheet, textOf } from './cells.ts'
import { type Column, findHead, type Head, headAt } from './columns.ts'
import { type PersonCells, personOf } from './person.ts'
import { headingText, isArabic, isCategory, isClosing, isColumnNumbers, isNumeral, isTotal } from './row-kinds.ts'
import { looksLikeBody, looksLikeWorkplace, type UnitMatcher } from './unit-names.ts'

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

export interface SheetContext {
  readonly match: UnitMatcher
  /** The unit the roster is imported for. */
  readonly unit: Unit
  /** It has no units below it. */
  readonly isLeaf: boolean
  readonly thisYear: number
}

/** Where the rows stand: in a unit, in one that is not known, or nowhere in particular. */
type Place = { readonly unit: Unit } | { readonly unknown: Problem } | null

const unknownUnit = (unit: string, candidates: readonly string[]): Problem =>
  problem('unit-not-known', { unit, candidates })

/** What the lines above the head, or the sheet's name, say of the unit. */
const placeOfSheet = (sheet: Sheet, titles: readonly Row[], { match, unit }: SheetContext): Place => {
  let deepest: Unit | null = null
  for (const text of [sheet.name, ...titles.flatMap(row => row.cells.map(textOf))]) {
    if (text === '') continue
    const found = match(headingText(text))
    if ('unit' in found) {
      if (found.unit.path.length > (deepest ?? unit).path.length) deepest = found.unit
    } else if (/^(tên )?đơn vị\s*:/i.test(text))
      return { unknown: unknownUnit(text.replace(/^[^:]*:\s*/, ''), found.candidates) }
  }
  return deepest && { unit: deepest }
}

/** A heading between rows: it may name the unit of those below it. */
const placeOfHeading = (text: string, numeral: string, before: Place, context: SheetContext): Place => {
  const heading = headingText(text)
  const found = context.match(heading, before !== null && 'unit' in before ? before.unit : null)
  if ('unit' in found) return found
  if (looksLikeBody(heading)) return { unknown: unknownUnit(heading, found.candidates) }
  // A numbered heading ends the section before it; better to ask than to put people into the wrong unit.
  const isSection = isNumeral(numeral) && !isCategory(heading) && !context.isLeaf
  return isSection ? { unknown: unknownUnit(heading, found.candidates) } : before
}

const PERSONAL = new Set(['birth', 'birthMale', 'birthFemale', 'gender', 'phone', 'email', 'staffCode', 'post', 'unit'])

interface Read {
  readonly texts: readonly string[]
  readonly number: string
  readonly name: string
  /** How many of the other things that people have are filled in. */
  readonly filled: number
  readonly unitText: string
}

const readCells = (cells: readonly Cell[], columns: readonly Column[]): Read => {
  const textIn = (...fields: string[]) => [
    ...new Set(
      columns.filter(c => fields.includes(c.field)).map(c => textOf(cells[c.index])).filter(text => text !== ''),
    ),
  ]
  const names = textIn('name')
  return {
    texts: cells.map(textOf).filter(text => text !== ''),
    number: textIn('number')[0] ?? '',
    name: (names.length > 0 ? names : [...textIn('family'), ...textIn('given')]).join(' '),
    filled: columns.filter(c => PERSONAL.has(c.field) && textOf(cells[c.index]) !== '').length,
    unitText: textIn('unit')[0] ?? '',
  }
}

/** The one text of a row that has no more than a number beside it, perhaps repeated over merged cells. */
const headingOf = ({ texts, number }: Read): string | null => {
  const [only, ...more] = new Set(isNumeral(number) ? texts.filter(text => text !== number) : texts)
  return only !== undefined && more.length === 0 ? only : null
}

const titleOf = (columns: readonly Column[], ...fields: string[]): string | null =>
  columns.find(c => fields.includes(c.field))?.title ?? null

/** The unit a row belongs to: its own word first, then its place. */
const placeOfRow = (text: string, place: Place, { match, unit, isLeaf }: SheetContext): Place => {
  if (text === '') return place
  const within = place !== null && 'unit' in place ? place.unit : null
  const found = match(text, within)
  if ('unit' in found) return found
  const around = within ?? (isLeaf ? unit : null)
  if (around !== null && looksLikeWorkplace(text) && !looksLikeBody(text)) return { unit: around }
  return { unknown: unknownUnit(text, found.candidates) }
}

/**
 * A sheet as offices make them → its people, and the rows that look like people but cannot be taken. null: no head,
 * so no roster. Titles, sections, repeated heads, column numbers, totals and signatures are told from people.
 */
export const readSheet = (sheet: Sheet, context: SheetContext): Generator<Line> | null => {
  const found = findHead(sheet.rows)
  return found && linesOf(sheet, found.at, found.head, context)
}

const linesOf = function* (sheet: Sheet, at: number, head: Head, context: SheetContext): Generator<Line> {
  let { columns } = head
  let place = placeOfSheet(sheet, sheet.rows.slice(0, at), context)
  let isClosed = false
  for (let i = at + head.height; i < sheet.rows.length; i += 1) {
    const row = sheet.rows[i]
    if (row === undefined) break
    const again = headAt(row, sheet.rows[i + 1])
    if (again !== null) {
      columns = again.columns
      i += again.height - 1
      continue
    }
    const read = readCells(row.cells, columns)
    const { number, name, filled, unitText } = read
    const birthTitles = columns.filter(c => c.field.startsWith('birth')).map(c => textOf(row.cells[c.index]))
    if (read.texts.some(text => isClosing(text) && !birthTitles.includes(text))) isClosed = true
    if (read.texts.some(isTotal) || isColumnNumbers(read.texts)) continue
    const isCounted = isArabic(number)
    if (isClosed && !(isCounted && filled > 0)) continue

    const heading = headingOf(read)
    const isNameOnly = heading !== null && heading === name && (isCounted || titleOf(columns, 'number') === null)
    if (heading !== null && !(isNameOnly && read.texts.length <= 2 && !('unit' in context.match(headingText(heading))))) {
      place = placeOfHeading(heading, number, place, context)
      continue
    }
    // "II | LĐLĐ huyện Văn Lâm | 30 người": a section that says more than its name.
    if (name !== '' && filled === 0 && 'unit' in context.match(headingText(name))) {
      place = placeOfHeading(name, number, place, context)
      continue
    }

    const note = (column: string | null, problem: Problem): Note => ({ sheet: sheet.name, row: row.number, column, problem })
    if (!/\p{L}/u.test(name) || name.length > 100) {
      const nameTitle = titleOf(columns, 'name', 'family')
      if (filled > 1 || (isCounted && filled > 0))
        yield { kind: 'rejected', note: note(nameTitle, problem('row-without-name')), person: null }
      continue
    }
    const cells = personOf(name, row.cells, columns, context.thisYear)
    const rowPlace = placeOfRow(unitText, place, context)
    if (rowPlace !== null && 'unknown' in rowPlace)
      yield {
        kind: 'rejected',
        note: note(unitText === '' ? null : titleOf(columns, 'unit'), rowPlace.unknown),
        person: cells.person,
      }
    else
      yield {
        kind: 'person',
        row: { ...cells, sheet: sheet.name, row: row.number, unit: rowPlace?.unit ?? null },
        warnings: cells.wrong.map(({ title, problem }) => note(title, problem)),
      }
  }
}
