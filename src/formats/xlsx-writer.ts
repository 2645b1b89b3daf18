import { PassThrough, type Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS, { type Column as SheetColumn, type Style, type Worksheet } from 'exceljs'
import { wallClock } from '../domain/time.ts'
import type { Cell, Column, ReportDocument, Row, Table } from '../reports/model.ts'
import { textCell } from './cell.ts'

/** Rows between two turns of the event loop. */
const TURN = 100
const DATE = 'dd/mm/yyyy'
const A4 = 9
const MAX_SHEET_NAME = 31

const FORMATS: Readonly<Record<Column['type'], string>> = {
  text: 'General',
  integer: '#,##0',
  percent: '0.0',
  date: DATE,
}
const BORDER: Style['border'] = {
  top: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
  right: { style: 'thin' },
}
const FONT = { name: 'Times New Roman', size: 12 }

/** Names a sheet once: without what Excel forbids, and not longer than it takes. */
const sheetNames = () => {
  const taken = new Set<string>()
  return (title: string): string => {
    const safe = title.replaceAll(/[[\]:*?/\\]/g, '-').replaceAll(/^'|'$/g, '’')
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? '' : ` (${count})`
      const name = safe.slice(0, MAX_SHEET_NAME - tail.length) + tail
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

/** exceljs writes the UTC reading of a date: it is given the clock on the wall in Hanoi. */
const valueOf = (cell: Cell | undefined): string | number | Date | null => {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string') return textCell(cell)
  if (typeof cell === 'number') return cell
  return wallClock(cell instanceof Date ? cell : cell.date)
}

const formatOf = (cell: Cell | undefined, column: Column): string => {
  if (typeof cell === 'string') return 'General'
  // A number among dates is a year.
  if (typeof cell === 'number' && column.type === 'date') return '0'
  if (typeof cell === 'object' && cell !== null && 'mark' in cell) return `${DATE} "(${cell.mark})"`
  return FORMATS[column.type]
}

type StyleOf = (numFmt: string, wrapText: boolean, bold: boolean) => Partial<Style>

/** Equal cells share one style object: exceljs recognises it instead of spelling it out for every cell. */
const sharedStyles = (): StyleOf => {
  const styles = new Map<string, Partial<Style>>()
  return (numFmt, wrapText, bold) => {
    const key = [numFmt, wrapText, bold].join()
    const style = styles.get(key) ?? {
      font: { ...FONT, bold },
      border: BORDER,
      alignment: { vertical: 'top', wrapText },
      numFmt,
    }
    styles.set(key, style)
    return style
  }
}

const writeRow = (sheet: Worksheet, columns: readonly Column[], row: Row, styleOf: StyleOf, bold = false) => {
  const line = sheet.addRow(columns.map(column => valueOf(row[column.key])))
  columns.forEach((column, index) => {
    line.getCell(index + 1).style = styleOf(formatOf(row[column.key], column), column.type === 'text', bold)
  })
  line.commit()
}

const writeHead = (sheet: Worksheet, document: ReportDocument, table: Table): void => {
  const title = sheet.addRow([textCell(document.title)])
  title.font = { ...FONT, bold: true, size: 14 }
  title.commit()
  for (const text of [...document.lines, table.note ?? '']) {
    const line = sheet.addRow([textCell(text)])
    line.font = { ...FONT, italic: text === table.note }
    line.commit()
  }
  const header = sheet.addRow(table.columns.map(column => column.title))
  header.eachCell(cell => {
    cell.style = {
      font: { ...FONT, bold: true },
      border: BORDER,
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF7' } },
    }
  })
  header.commit()
}

const writeSheet = async (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  document: ReportDocument,
  table: Table,
  isWanted: () => boolean,
): Promise<void> => {
  const headerRow = document.lines.length + 3
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: {
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum exists in types only
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  })
  sheet.columns = table.columns.map(({ width }): Partial<SheetColumn> => ({ width }))
  writeHead(sheet, document, table)
  const styleOf = sharedStyles()
  let written = 0
  for (const row of table.rows) {
    writeRow(sheet, table.columns, row, styleOf)
    written += 1
    if (written % TURN !== 0) continue
    await nextTurn()
    if (!isWanted()) return
  }
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: headerRow + written, column: table.columns.length },
  }
  if (table.totals !== null) writeRow(sheet, table.columns, table.totals, styleOf, true)
  sheet.commit()
}

const fill = async (out: PassThrough, document: ReportDocument): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useSharedStrings: true,
    useStyles: true,
  })
  workbook.created = workbook.modified = document.cutoff
  workbook.creator = workbook.lastModifiedBy = 'Thu Hoạch'
  const nameOf = sheetNames()
  for (const table of document.tables)
    await writeSheet(workbook, nameOf(table.title), document, table, () => !out.destroyed)
  await workbook.commit()
}

/** One sheet a table. Rows are made while the bytes are read, and no longer than somebody reads them. */
export const writeXlsx = (document: ReportDocument): Readable => {
  const out = new PassThrough()
  fill(out, document).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return out
}
