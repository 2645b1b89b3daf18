import { formatCount, formatTenths } from '../domain/figures.ts'
import { formatDate } from '../domain/time.ts'
import type { Cell, Column, Row, Table } from './model.ts'

/** In the place of a table without rows. */
export const NO_ROWS = 'Không có.'

export const isEmpty = ({ rows }: Pick<Table, 'rows'>): boolean =>
  rows[Symbol.iterator]().next().done === true

const NOTHING = '–'

/** A share of nothing is none, though sums call it 100. */
const isShareOfNothing = ({ total }: Column, row: Row): boolean =>
  typeof total === 'object' && row[total.whole] === 0

/** What stands in a printed cell. */
export const printedCell = (row: Row, column: Column): string =>
  isShareOfNothing(column, row) ? NOTHING : printed(row[column.key], column)

const printed = (cell: Cell | undefined, { type }: Pick<Column, 'type'>): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (cell instanceof Date) return formatDate(cell)
  if (typeof cell === 'object') return `${formatDate(cell.date)} (${cell.mark})`
  // A number among dates is a year.
  if (type === 'date') return String(cell)
  return type === 'percent' ? formatTenths(cell) : formatCount(cell)
}

/** How the columns of a printed table stand. */
export interface PrintedColumn {
  readonly column: Column
  /** In millimetres, margins of the cell included. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

/** Millimetres a character takes at one point, on average; a date, which is narrow; and the margin of a cell, each side. */
const CHARACTER = 0.185
const DATE_LENGTH = 9
export const CELL_MARGIN = 0.8
const SMALLEST = 7

/** Numbers that say which one, not how many. */
const ORDINALS = new Set(['number', 'rank', 'rankInGroup'])
const ALIGN = { text: 'left', integer: 'right', percent: 'right', date: 'center' } as const

const longestWord = (text: string): number => Math.max(...text.split(' ').map(word => word.length))

/** In characters: what a column holds on one line, its dates, its numbers, the longest word of its head. */
const leastLength = ({ type, title, width, keep }: Column): number => {
  const usual = { text: Math.min(width, 7), date: DATE_LENGTH, integer: Math.min(width, 6), percent: 6 }[type]
  return Math.max(keep ?? usual, Math.min(longestWord(title), 8))
}

const leastWidth = (column: Column, size: number): number =>
  leastLength(column) * CHARACTER * size + 2 * CELL_MARGIN

/** How much of the room that is left a column gets: as much as it still lacks. Numbers and dates lack nothing. */
const share = (column: Column): number =>
  column.type === 'text' ? Math.max(column.width - leastLength(column), column.width / 4) : column.width / 8

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Columns on a page so wide, and the size of their text: the largest at which no date is broken. What is left over is
 * shared out by how much text the columns still have to break.
 */
export const layOut = (
  { columns }: Pick<Table, 'columns'>,
  pageWidth: number,
  largest: number,
): { readonly size: number; readonly columns: readonly PrintedColumn[] } => {
  const leasts = (at: number): readonly number[] => columns.map(column => leastWidth(column, at))
  let size = largest
  while (size > SMALLEST && sum(leasts(size)) > pageWidth * 0.74) size -= 0.5
  const least = leasts(size)
  const scale = Math.min(1, pageWidth / sum(least))
  const spare = pageWidth - sum(least) * scale
  const weights = columns.map(share)
  const total = sum(weights)
  return {
    size,
    columns: columns.map((column, index) => ({
      column,
      width: (least[index] ?? 0) * scale + (spare * (weights[index] ?? 0)) / total,
      align: ORDINALS.has(column.key) ? 'center' : ALIGN[column.type],
    })),
  }
}
