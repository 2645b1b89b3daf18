import { wallClock } from '../../domain/time.ts'
import type { Cell, Column, ReportDocument, Row, Table } from '../../reports/model.ts'
import { textCell } from '../cell.ts'
import { XML_HEAD, xmlText } from '../xml-text.ts'
import { columnName } from './names.ts'
import type { StringBook } from './strings.ts'
import type { StyleBook } from './styles.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DATE = 'dd/mm/yyyy'
const A4 = 9
const DAY = 86_400_000
/** Days from the beginning of 1900, as Excel counts, to that of 1970. */
const EPOCH = 25_569

const FORMATS: Readonly<Record<Column['type'], string>> = {
  text: 'General',
  integer: '#,##0',
  percent: '0.0',
  date: DATE,
}

/** Where a table lies on its sheet, in rows from 1. */
export interface Area {
  readonly head: number
  readonly last: number
  readonly columns: number
}

interface Books {
  readonly strings: StringBook
  readonly styles: StyleBook
}

/** The clock on the wall in Hanoi as a number of days. */
const serial = (at: Date): number => wallClock(at).getTime() / DAY + EPOCH

const formatOf = (cell: Cell | undefined, column: Column): string => {
  if (typeof cell === 'string') return 'General'
  // A number among dates is a year.
  if (typeof cell === 'number' && column.type === 'date') return '0'
  if (typeof cell === 'object' && cell !== null && 'mark' in cell) return `${DATE} "(${cell.mark})"`
  return FORMATS[column.type]
}

const valueXml = (cell: Cell | undefined, strings: StringBook): readonly [type: string, value: string] => {
  if (cell === null || cell === undefined) return ['', '']
  if (typeof cell === 'string') return [' t="s"', `<v>${strings.idOf(textCell(cell))}</v>`]
  if (typeof cell === 'number') return ['', `<v>${cell}</v>`]
  return ['', `<v>${serial(cell instanceof Date ? cell : cell.date)}</v>`]
}

/** In points. */
const LINE_HEIGHT = 15.75

/** Of a row whose texts are broken: Excel would find it out by itself, LibreOffice prints one line of them. */
const heightXml = (cells: Row, columns: readonly Column[]): string => {
  let lines = 1
  for (const { key, type, width } of columns) {
    const cell = cells[key]
    if (type === 'text' && typeof cell === 'string' && cell.length > width)
      lines = Math.max(lines, Math.ceil(cell.length / width))
  }
  return lines === 1 ? '' : ` ht="${lines * LINE_HEIGHT}" customHeight="1"`
}

/** How the last line is computed from the rows above; the columns it reads are named by their keys. */
const formulaOf = (
  { total }: Column,
  at: string,
  { columns }: Table,
  first: number,
  last: number,
): string => {
  if (total === undefined || last < first) return ''
  if (total === 'sum') return `<f>SUM(${at}${first}:${at}${last})</f>`
  const nameOf = (key: string): string => columnName(columns.findIndex(column => column.key === key))
  const [part, whole] = [nameOf(total.part), nameOf(total.whole)].map(name => `${name}${last + 1}`)
  return `<f>IF(${whole}=0,100,ROUND(${part}/${whole}*1000,0)/10)</f>`
}

const alarmXml = ({ alarm }: Column, at: string, first: number, last: number, priority: number): string => {
  if (alarm === undefined || last < first) return ''
  const rule =
    alarm === 'above-zero'
      ? `type="cellIs" dxfId="0" priority="${priority}" operator="greaterThan"><formula>0</formula>`
      : `type="expression" dxfId="0" priority="${priority}"><formula>${xmlText(`OR(${alarm.map(text => `${at}${first}="${text}"`).join(',')})`)}</formula>`
  return `<conditionalFormatting sqref="${at}${first}:${at}${last}"><cfRule ${rule}</cfRule></conditionalFormatting>`
}

/** One table as a sheet, row by row. `onEnd` is told where it lies. */
export function* sheetXml(
  { title, lines }: ReportDocument,
  table: Table,
  { strings, styles }: Books,
  onEnd: (area: Area) => void,
): Generator<string> {
  const { columns, note } = table
  const names = columns.map((_, index) => columnName(index))
  const headRow = lines.length + 3
  const first = headRow + 1
  let row = 0

  const lineXml = (text: string, font: 'title' | 'regular' | 'italic'): string => {
    row += 1
    const style = styles.idOf({ format: 'General', font })
    return `<row r="${row}"><c r="A${row}" s="${style}" t="s"><v>${strings.idOf(textCell(text))}</v></c></row>`
  }
  const rowXml = (cells: Row, isTotal = false): string => {
    row += 1
    let xml = `<row r="${row}"${heightXml(cells, columns)}>`
    columns.forEach((column, index) => {
      const cell = cells[column.key]
      const [type, value] = valueXml(cell, strings)
      const style = styles.idOf({
        format: formatOf(cell, column),
        font: isTotal ? 'bold' : 'regular',
        isFramed: true,
        wraps: column.type === 'text',
      })
      const formula = isTotal ? formulaOf(column, names[index] ?? '', table, first, row - 1) : ''
      xml += `<c r="${names[index]}${row}" s="${style}"${type}>${formula}${value}</c>`
    })
    return `${xml}</row>`
  }

  yield `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`
  yield `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`
  yield lineXml(title, 'title')
  for (const line of lines) yield lineXml(line, 'regular')
  yield lineXml(note ?? '', 'italic')
  row += 1
  const head = styles.idOf({ format: 'General', font: 'bold', isHead: true })
  yield `<row r="${row}">${columns.map((column, index) => `<c r="${names[index]}${row}" s="${head}" t="s"><v>${strings.idOf(column.title)}</v></c>`).join('')}</row>`
  for (const cells of table.rows) yield rowXml(cells)
  const last = row
  if (table.totals !== null) yield rowXml(table.totals, true)
  yield `</sheetData><autoFilter ref="A${headRow}:${names.at(-1)}${last}"/>`
  yield columns.map((column, index) => alarmXml(column, names[index] ?? '', first, last, index + 1)).join('')
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
  yield `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`
  const label =
    table.appendix === undefined ? '' : `<oddHeader>&amp;RPhụ lục ${table.appendix.number}</oddHeader>`
  yield `<headerFooter>${label}<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`
  onEnd({ head: headRow, last: row, columns: columns.length })
}
