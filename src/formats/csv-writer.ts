import { Readable } from 'node:stream'
import type { CsvWriter } from '../ports/tables.ts'
import { textCell } from './cell.ts'

/** Excel takes a CSV for UTF-8 only with this in front. */
const BOM = '\uFEFF'

type Value = string | number | boolean | null

const field = (value: Value): string => {
  if (value === null) return ''
  const text = typeof value === 'string' ? textCell(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const line = (values: readonly Value[]): string => `${values.map(field).join(',')}\r\n`

/** CSV as offices open it (UTF-8 with BOM, RFC 4180), line by line. */
export function* csvLines(header: readonly string[], rows: Iterable<readonly Value[]>): Generator<string> {
  yield BOM + line(header)
  for (const row of rows) yield line(row)
}

export const csvWriter: CsvWriter = {
  write: (header, batches) =>
    Readable.from(
      (async function* () {
        yield BOM + line(header)
        for await (const rows of batches) yield rows.map(line).join('')
      })(),
    ),
}
