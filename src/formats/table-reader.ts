import { ok, refuse } from '../domain/result.ts'
import type { TableReader } from '../ports/tables.ts'
import { readCsv } from './csv-reader.ts'
import { notReadable } from './limits.ts'
import { readXlsx } from './xlsx-reader.ts'

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex

/** The kind is told by the content: names lie. */
export const tableReader: TableReader = {
  async read({ name, bytes }) {
    if (bytes.length === 0) return refuse(notReadable('tệp trống'))
    if (startsWith(bytes, 'd0cf11e0'))
      return refuse(notReadable('tệp Excel đời cũ (.xls) hoặc có đặt mật khẩu'))
    if (startsWith(bytes, '504b0304')) return readXlsx(bytes)
    const sheet = await readCsv(bytes, name)
    return sheet.ok ? ok([sheet.value]) : sheet
  },
}
