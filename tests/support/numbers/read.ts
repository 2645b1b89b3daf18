import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'
import { paragraphsOf, partsOf } from '../package.ts'
import { readPdf } from '../pdf.ts'
import type { Line } from './model.ts'

/** Lines of a table by unit, by the unit's name; the sum under the empty one. */
export type Lines = ReadonlyMap<string, Line>

/** As a table of a format has it: STT, name, and the numbers. */
const linesFrom = (rows: readonly (readonly unknown[])[]): Lines =>
  new Map(
    rows.map(([, name, ...numbers]) => [
      name === 'Cộng' ? '' : String(name).replace(' (trực thuộc)', ''),
      // A share of nothing is a dash in print, as on pages.
      numbers.map(cell => (cell === '–' ? 100 : Number(String(cell).replace(',', '.')))),
    ]),
  )

/** Rows behind the first one whose first cell is `STT`. */
const body = (rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  rows.slice(rows.findIndex(([first]) => first === 'STT') + 1)

/** The tables of a workbook or of the CSV files, by their titles, without heads. */
export type Tables = ReadonlyMap<string, readonly (readonly unknown[])[]>

export const tablesOfXlsx = async (bytes: Buffer): Promise<Tables> =>
  new Map((await readExcel(bytes)).map(({ sheet, data }) => [sheet, body(data)]))

export const tableOfCsv = (bytes: Buffer): readonly (readonly unknown[])[] =>
  body(parse(bytes, { bom: true, relax_column_count: true }))

export const unitLinesIn = (tables: Tables): Lines => linesFrom(tables.get('Theo đơn vị') ?? [])

export const topicLinesIn = (tables: Tables): readonly Line[] =>
  (tables.get('Theo chuyên đề') ?? []).map(row => row.slice(3, 7).map(Number))

/** What the page shows: the sums on top, and the table of units with its last line. */
export const readPage = (html: string): { readonly sums: Line; readonly lines: Lines } => {
  const plain = (part: string): string =>
    part
      .replaceAll(/<span class="hidden">.*?<\/span>/gs, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&nbsp;|\u00A0/g, ' ')
      .trim()
  const number = (part: string): number =>
    plain(part) === '–' ? 100 : Number(/[\d.,]+/.exec(plain(part))?.[0].replace(',', '.'))
  const sums = [...(/<ul class="sums">(.*?)<\/ul>/s.exec(html)?.[1] ?? '').matchAll(/<li.*?<\/li>/gs)].map(
    ([item]) => number(item),
  )
  const table = /<table class="units">.*?<\/table>/s.exec(html)?.[0] ?? ''
  const rows = [...table.matchAll(/<tr[^>]*>\s*<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)]
  const lines = rows.map(([, head = '', cells = '']) => {
    const numbers = [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => number(cell))
    return [plain(head), numbers] as const
  })
  return { sums, lines: new Map(lines) }
}

/** Of the paper as DOCX: the first table whose head has this title; none: no rows. */
export const tableInDocx = async (bytes: Buffer, title: string): Promise<readonly (readonly unknown[])[]> => {
  const document = (await partsOf(bytes)).get('word/document.xml') ?? ''
  const tables = (document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map(table =>
    (table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map(row =>
      (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(cell =>
        paragraphsOf(cell)
          .map(({ text }) => text)
          .join(' '),
      ),
    ),
  )
  return body(tables.find(([head]) => head?.includes(title)) ?? [])
}

export const unitLinesOfDocx = async (bytes: Buffer): Promise<Lines> =>
  linesFrom(await tableInDocx(bytes, 'Tổng số'))

export interface PaperRead {
  readonly lines: Lines
  /** How many people the appendix of those who owe has. */
  readonly owing: number
}

const MM = 72 / 25.4

/** Of the paper as PDF, told by where its text lies. */
export const readPaper = async (bytes: Buffer): Promise<PaperRead> => {
  const pages = await readPdf(bytes)
  const start = (appendix: string): number =>
    pages.findIndex(({ rows }) => rows.some(row => row === `Phụ lục ${appendix}`))
  const rows = pages.slice(start('I'), start('II')).flatMap(page => page.rows)
  const numbers = String.raw`((?: \d+){7} (?:[\d,]+|–))$`
  const found = rows.flatMap(row => {
    const line = new RegExp(String.raw`^(?:\d+ )?(\D.*?)${numbers}`).exec(row)
    return line === null ? [] : [['', line[1], ...(line[2] ?? '').trim().split(' ')]]
  })
  const owing = pages
    .slice(start('III'), start('IV'))
    .flatMap(page => page.texts.filter(({ x, text }) => x < 40 * MM && /^\d+$/.test(text)))
  return { lines: linesFrom(found), owing: owing.length }
}
