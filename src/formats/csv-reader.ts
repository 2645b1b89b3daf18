import { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Row, Sheet } from '../domain/roster/cells.ts'
import { decodeText } from './decode-text.ts'
import { MAX_COLUMNS, MAX_ROWS, notReadable, tooManyRows } from './limits.ts'

const SEPARATORS = [';', ',', '\t'] as const
const SLICE = 64 * 1024

/** The separator that stands most often outside quotes in the first lines. */
export const sniffSeparator = (text: string): string => {
  const head = text
    .split('\n', 30)
    .join('\n')
    .replaceAll(/"[^"]*"/g, '')
  const counts = SEPARATORS.map(separator => head.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

const slices = function* (text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE)
}

/** The records of a CSV file. The separator and the encoding are found out; a first line `sep=;` says it itself. */
export const readCsv = async (bytes: Uint8Array, name: string): Promise<Result<Sheet>> => {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const text = decoded.value
  const told = /^sep=(.)\r?\n/.exec(text)?.[1]
  const parser = Readable.from(slices(text)).pipe(
    parse({
      delimiter: told ?? sniffSeparator(text),
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      max_record_size: 200_000,
    }),
  )
  const rows: Row[] = []
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      if (number % 500 === 0) await breathe()
      if ((number === 1 && told !== undefined) || record.every(cell => cell.trim() === '')) continue
      if (rows.length === MAX_ROWS) return refuse(tooManyRows)
      rows.push({ number, cells: record.slice(0, MAX_COLUMNS).map(cell => (cell === '' ? null : cell)) })
    }
  } catch {
    return refuse(notReadable(`tệp CSV hỏng ở khoảng dòng ${number + 1}`))
  }
  return ok({ name, rows })
}
