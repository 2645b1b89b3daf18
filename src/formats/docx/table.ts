import type { Row, Table } from '../../reports/model.ts'
import type { PaperRules } from '../../reports/paper-rules.ts'
import { CELL_MARGIN, layOut, type PrintedColumn, printedCell } from '../../reports/print.ts'
import { paragraph, twips } from './paragraph.ts'

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

/** A table without lines, to stand things side by side; widths in millimetres. */
export const sideBySide = (
  cells: readonly { readonly width: number; readonly content: string }[],
): string => {
  const total = cells.reduce((sum, { width }) => sum + twips(width), 0)
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${cells.map(({ width }) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/></w:trPr>',
    ...cells.map(
      ({ width, content }) =>
        `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`,
    ),
    '</w:tr></w:tbl>',
  ].join('')
}

/**
 * A row of a table: `bold` is the head or the last line, `isHead` is repeated on every page, `keepNext` stays with the
 * next one. Never over two pages.
 */
const rowXml = (
  columns: readonly PrintedColumn[],
  texts: readonly string[],
  size: number,
  { bold = false, isHead = false, keepNext = false } = {},
): string => {
  const cells = columns.map(({ width, align }, index) => {
    const vertical = isHead ? '<w:vAlign w:val="center"/>' : ''
    const text = paragraph(
      texts[index] ?? '',
      { size, bold },
      { align: isHead ? 'center' : align, before: 1.5, after: 1.5, keepNext },
    )
    return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${vertical}</w:tcPr>${text}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

/** A table, row by row; `width` in millimetres. */
export function* tableXml(table: Table, width: number, { sizes }: PaperRules): Generator<string> {
  const { size, columns } = layOut(table, width, sizes.table)
  const texts = (row: Row): readonly string[] => columns.map(({ column }) => printedCell(row, column))
  const total = columns.reduce((sum, column) => sum + twips(column.width), 0)
  const margin = twips(CELL_MARGIN)
  yield `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>`
  yield `<w:tblGrid>${columns.map(column => `<w:gridCol w:w="${twips(column.width)}"/>`).join('')}</w:tblGrid>`
  yield rowXml(
    columns,
    columns.map(({ column }) => column.title),
    size,
    { bold: true, isHead: true, keepNext: true },
  )
  let last: Row | null = null
  for (const row of table.rows) {
    if (last !== null) yield rowXml(columns, texts(last), size)
    last = row
  }
  // Sums do not stand alone on a page.
  if (last !== null) yield rowXml(columns, texts(last), size, { keepNext: table.totals !== null })
  if (table.totals !== null) yield rowXml(columns, texts(table.totals), size, { bold: true })
  yield '</w:tbl>'
}
