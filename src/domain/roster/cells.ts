import { clean } from '../vietnamese.ts'

/** A cell as a person sees it: rich text and formulas flattened, nothing else done to it. */
export type Cell = string | number | Date | null

export interface Row {
  /** As in the sheet or file, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** Rows without anything in them are left out. A CSV file is one sheet, named as the file. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
}

/** The cell's text in one line; a date as `31/12/1975`. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return clean(String(cell))
  // A day in a sheet has no zone; readers give it as midnight UTC.
  return cell.toISOString().slice(0, 10).split('-').reverse().join('/')
}
