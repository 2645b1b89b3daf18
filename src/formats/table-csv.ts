import { Readable } from 'node:stream'
import { formatDate } from '../domain/time.ts'
import type { Cell, Table } from '../reports/model.ts'
import { csvLines } from './csv-writer.ts'
import { blocks } from './zip-entries.ts'

/** Numbers as machines read them, dates as people do. */
const valueOf = (cell: Cell | undefined): string | number | null => {
  if (cell === null || cell === undefined || typeof cell === 'string' || typeof cell === 'number')
    return cell ?? null
  return cell instanceof Date ? formatDate(cell) : `${formatDate(cell.date)} (${cell.mark})`
}

function* valuesOf({ columns, rows, totals }: Table): Generator<readonly (string | number | null)[]> {
  for (const row of rows) yield columns.map(({ key }) => valueOf(row[key]))
  if (totals !== null) yield columns.map(({ key }) => valueOf(totals[key]))
}

/** One table as CSV: its head, its rows and its last line, nothing else. */
export const writeCsv = (table: Table): Readable =>
  Readable.from(
    blocks(
      csvLines(
        table.columns.map(({ title }) => title),
        valuesOf(table),
      ),
    ),
    { objectMode: false },
  )
