import { formatCount, formatTenths } from '../domain/figures.ts'
import { formatDate } from '../domain/time.ts'
import type { Cell, Column, Table } from './model.ts'

/** What stands in a printed cell. */
export const printed = (cell: Cell | undefined, { type }: Pick<Column, 'type'>): string => {
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

/** Millimetres a character takes at one point, on average; the digits of a date; and the margin of a cell, each side. */
const CHARACTER = 0.165
const DATE_LENGTH = 10
export const CELL_MARGIN = 0.8
const SMALLEST = 7

const ALIGN = { text: 'left', integer: 'right', percent: 'right', date: 'center' } as const

const longestWord = (text: string): number => Math.max(...text.split(' ').map(word => word.length))

/** What a column cannot be narrower than at a size: its dates, its numbers, the longest word of its head. */
const leastWidth = ({ type, title, width, keep }: Column, size: number): number => {
  const text =
    type === 'text' ? (keep ?? Math.min(width, 7)) : type === 'date' ? DATE_LENGTH : Math.min(width, 6)
  const head = Math.min(longestWord(title), 8)
  return Math.max(text, head) * CHARACTER * size * 1.12 + 2 * CELL_MARGIN
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Columns on a page so wide, and the size of their text: the largest at which no date is broken. What is left over is
 * shared out by how much text the columns hold.
 */
export const layOut = (
  { columns }: Pick<Table, 'columns'>,
  pageWidth: number,
  largest: number,
): { readonly size: number; readonly columns: readonly PrintedColumn[] } => {
  const leasts = (at: number): readonly number[] => columns.map(column => leastWidth(column, at))
  let size = largest
  while (size > SMALLEST && sum(leasts(size)) > pageWidth * 0.8) size -= 0.5
  const least = leasts(size)
  const scale = Math.min(1, pageWidth / sum(least))
  const spare = pageWidth - sum(least) * scale
  const weights = columns.map(({ type, width }) => (type === 'text' ? width : width / 8))
  const total = sum(weights)
  return {
    size,
    columns: columns.map((column, index) => ({
      column,
      width: (least[index] ?? 0) * scale + (spare * (weights[index] ?? 0)) / total,
      align: column.key === 'number' ? 'center' : ALIGN[column.type],
    })),
  }
}
