import { type Problem, problem } from '../problems.ts'
import type { Unit } from '../unit.ts'
import { type Row, type Sheet, textOf } from './cells.ts'
import { headingText, isCategory, isNumeral } from './row-kinds.ts'
import { looksLikeBody, looksLikeWorkplace, type UnitMatcher } from './unit-names.ts'

export interface SheetContext {
  readonly match: UnitMatcher
  /** The unit the roster is imported for. */
  readonly unit: Unit
  /** It has no units below it. */
  readonly isLeaf: boolean
  readonly thisYear: number
}

/** Where rows stand: in a unit, in one that is not known, or nowhere in particular. */
export type Place = { readonly unit: Unit } | { readonly unknown: Problem } | null

const unknown = (unit: string, candidates: readonly string[]): Place => ({
  unknown: problem('unit-not-known', { unit, candidates }),
})

const unitIn = (place: Place): Unit | null => (place !== null && 'unit' in place ? place.unit : null)

/**
 * What a sheet's name and the lines above its head say of the unit. A letterhead names whoever sends the list: only
 * units below that of the import count, or what stands behind "Đơn vị:".
 */
export const placeOfSheet = (sheet: Sheet, titles: readonly Row[], { match, unit }: SheetContext): Place => {
  let deepest: Unit | null = null
  for (const text of [sheet.name, ...titles.flatMap(row => row.cells.map(textOf))]) {
    if (text === '') continue
    const found = match(headingText(text))
    if ('unit' in found) {
      if (found.unit.path.length > (deepest ?? unit).path.length) deepest = found.unit
    } else if (/^(tên )?đơn vị\s*:/i.test(text))
      return unknown(text.replace(/^[^:]*:\s*/, ''), found.candidates)
  }
  return deepest && { unit: deepest }
}

/** A heading between rows may name the unit of those below it. */
export const placeOfHeading = (
  text: string,
  numeral: string,
  before: Place,
  context: SheetContext,
): Place => {
  const heading = headingText(text)
  const found = context.match(heading, unitIn(before))
  if ('unit' in found) return found
  if (looksLikeBody(heading)) return unknown(heading, found.candidates)
  // A numbered heading ends the section before it; better to ask than to put people into the wrong unit.
  const isSection = isNumeral(numeral) && !isCategory(heading) && !context.isLeaf
  return isSection ? unknown(heading, found.candidates) : before
}

/** The unit a row belongs to: its own word first, then where it stands. A place of work names no unit. */
export const placeOfRow = (text: string, place: Place, { match, unit, isLeaf }: SheetContext): Place => {
  if (text === '') return place
  const found = match(text, unitIn(place))
  if ('unit' in found) return found
  const around = unitIn(place) ?? (isLeaf ? unit : null)
  return around !== null && looksLikeWorkplace(text) ? { unit: around } : unknown(text, found.candidates)
}
