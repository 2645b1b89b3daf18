import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Document, Table as DocxTable, Packer, Paragraph, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import PDFDocument from 'pdfkit'
import { wallClock } from '../../src/domain/time.ts'
import { fontBytes } from '../../src/formats/pdf/fonts.ts'
import type { Cell, ReportDocument, Table } from '../../src/reports/model.ts'

/** The same tables by the bare libraries, as their manuals show it: no paper, no formulas, no rules of colour. */

const plain = (cell: Cell | undefined): string | number | Date | null =>
  typeof cell === 'object' && cell !== null && 'mark' in cell ? cell.date : (cell ?? null)

const printed = (cell: Cell | undefined): string => {
  const value = plain(cell)
  return value instanceof Date ? wallClock(value).toISOString().slice(0, 10) : String(value ?? '')
}

const valuesOf = ({ columns, rows }: Table, of: typeof printed): string[][] =>
  Array.from(rows, row => columns.map(({ key }) => of(row[key])))

const THIN = { style: 'thin' } as const
const FRAME = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const FONT = { name: 'Times New Roman', size: 12 }

const fillSheets = async (book: ExcelJS.stream.xlsx.WorkbookWriter, tables: readonly Table[]) => {
  for (const [index, { columns, rows }] of tables.entries()) {
    const sheet = book.addWorksheet(`Bảng ${index + 1}`, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ width }) => ({ width }))
    const head = sheet.addRow(columns.map(({ title }) => title))
    head.eachCell(cell => Object.assign(cell, { font: { ...FONT, bold: true }, border: FRAME }))
    head.commit()
    for (const row of rows) {
      const added = sheet.addRow(columns.map(({ key }) => plain(row[key])))
      for (const [at, { type }] of columns.entries()) {
        const cell = added.getCell(at + 1)
        cell.font = FONT
        cell.border = FRAME
        if (type === 'date') cell.numFmt = 'dd/mm/yyyy'
      }
      added.commit()
    }
    sheet.commit()
  }
  await book.commit()
}

const xlsx = ({ tables }: ReportDocument): Readable => {
  const out = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
  })
  fillSheets(book, tables).catch((error: unknown) => out.destroy(error as Error))
  return out
}

const csv = ({ tables }: ReportDocument): Readable => {
  const out = new PassThrough()
  out.end(
    tables
      .flatMap(table => valuesOf(table, printed))
      .map(row => `${row.join(';')}\n`)
      .join(''),
  )
  return out
}

const cellOf = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })

const docx = ({ tables }: ReportDocument): Readable => {
  const out = new PassThrough()
  const children = tables.map(
    table =>
      new DocxTable({
        rows: [table.columns.map(({ title }) => title), ...valuesOf(table, printed)].map(
          row => new TableRow({ children: row.map(cellOf) }),
        ),
      }),
  )
  Packer.toBuffer(new Document({ sections: [{ children }] })).then(
    bytes => out.end(bytes),
    (error: unknown) => out.destroy(error as Error),
  )
  return out
}

/** Every cell where it belongs, as high as one line; what is too long is cut. */
const pdf = ({ tables }: ReportDocument): Readable => {
  const document = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 40, bufferPages: false })
  document.registerFont('serif', fontBytes('regular')).font('serif').fontSize(11)
  const [left, wide, line] = [40, document.page.width - 80, 16]
  let y = 40
  for (const table of tables) {
    const total = table.columns.reduce((sum, { width }) => sum + width, 0)
    for (const row of [table.columns.map(({ title }) => title), ...valuesOf(table, printed)]) {
      if (y + line > document.page.height - 40) {
        document.addPage()
        y = 40
      }
      let x = left
      for (const [at, text] of row.entries()) {
        const width = ((table.columns[at]?.width ?? 0) / total) * wide
        document.rect(x, y, width, line).stroke()
        document.text(text, x + 2, y + 2, {
          width: width - 4,
          height: line - 2,
          ellipsis: true,
          lineBreak: true,
        })
        x += width
      }
      y += line
    }
  }
  document.end()
  return document
}

export const FLOORS = {
  xlsx: { name: 'exceljs, styled stream', write: xlsx },
  csv: { name: 'join', write: csv },
  docx: { name: 'docx', write: docx },
  pdf: { name: 'pdfkit', write: pdf },
} as const

/** Reads it to its end; its length in bytes. */
export const drain = async (bytes: Readable): Promise<number> => {
  let size = 0
  bytes.on('data', (part: Buffer) => {
    size += part.length
  })
  await once(bytes, 'end')
  return size
}
