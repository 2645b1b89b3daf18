import { walkXml } from '../archive/xml.ts'
import type { Archive } from '../archive/zip.ts'
import type { Cell, Row } from '../domain/roster/cells.ts'
import { MAX_CELL, MAX_COLUMNS, MAX_FILLED, MAX_ROWS, stop, tooManyRows } from './limits.ts'
import { unescapeText } from './xlsx-parts.ts'

/** What the cells of every sheet of a workbook point at. */
export interface Shared {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
}

const DAY = 86_400_000

/** Days since the start of 1900, which Excel takes for a leap year, or of 1904. */
const dayOf = (serial: number, from1904: boolean): Date => {
  const days = Math.floor(serial)
  if (from1904) return new Date(Date.UTC(1904, 0, 1) + days * DAY)
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY)
}

/** `BC12` → row 12, column 54, from 0. */
const addressOf = (reference: string): { readonly row: number; readonly column: number } => {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(reference) ?? []
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column: column - 1 }
}

const valueOf = (type: string, style: number, text: string, shared: Shared): Cell => {
  switch (type) {
    case 's':
      return shared.strings[Number(text)] ?? null
    case 'str':
    case 'inlineStr':
      return unescapeText(text)
    case 'b':
      return text === '1' ? 'x' : null
    case 'e':
      return null
    case 'd':
      return new Date(`${text.slice(0, 10)}T00:00:00Z`)
    default: {
      const number = Number(text)
      if (!Number.isFinite(number)) return null
      return shared.dateStyles[style] === true && number >= 1 ? dayOf(number, shared.from1904) : number
    }
  }
}

type Merge = readonly [from: string, to: string]

/** What lies in a merged area stands in each of its cells, in rows that hold something of their own. */
const fillMerged = (rows: ReadonlyMap<number, Cell[]>, merges: readonly Merge[]): void => {
  const end = Math.max(0, ...rows.keys())
  let left = MAX_FILLED
  for (const [from, to] of merges) {
    const first = addressOf(from)
    const last = addressOf(to)
    const value = rows.get(first.row)?.[first.column] ?? null
    if (value === null) continue
    for (let row = first.row; row <= Math.min(last.row, end) && left > 0; row += 1) {
      left -= 1
      const cells = rows.get(row)
      if (cells === undefined) continue
      while (cells.length < first.column) cells.push(null)
      for (let column = first.column; column <= Math.min(last.column, MAX_COLUMNS - 1); column += 1) {
        cells[column] ??= value
        left -= 1
      }
    }
  }
}

/** The rows of one sheet that hold something; `room` is how many more the file may have. */
export const readSheetRows = async (
  archive: Archive,
  path: string,
  shared: Shared,
  room: number,
): Promise<readonly Row[]> => {
  const rows = new Map<number, Cell[]>()
  const merges: Merge[] = []
  let rowNumber = 0
  let cells: Cell[] = []
  let column = -1
  let type = ''
  let style = 0
  let text = ''
  let inValue = false
  let inReading = false
  await walkXml(archive.read(path), {
    open(name, attributes) {
      if (name === 'row') {
        // Some writers leave out where rows and cells lie: then they follow one another.
        rowNumber = Number(attributes['r'] ?? rowNumber + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : addressOf(attributes['r']).column
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        text = ''
      } else if (name === 'v' || name === 't') inValue = !inReading
      else if (name === 'rPh') inReading = true
      else if (name === 'mergeCell' && merges.length < MAX_ROWS) {
        const [from = '', to = from] = (attributes['ref'] ?? '').split(':')
        merges.push([from, to])
      }
    },
    text(part) {
      if (inValue && text.length < MAX_CELL) text += part
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') inReading = false
      else if (name === 'c' && text !== '' && column >= 0 && column < MAX_COLUMNS) {
        while (cells.length < column) cells.push(null)
        cells[column] = valueOf(type, style, text.slice(0, MAX_CELL), shared)
      } else if (name === 'row' && cells.some(cell => cell !== null && cell !== '')) {
        if (rows.size === room) throw stop(tooManyRows)
        rows.set(rowNumber, cells)
      }
    },
  })
  fillMerged(rows, merges)
  return [...rows].map(([number, cells]) => ({ number, cells }))
}
