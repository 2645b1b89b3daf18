import type { Row, Table } from '../../reports/model.ts'
import type { PaperRules } from '../../reports/paper-rules.ts'
import { CELL_MARGIN, layOut, type PrintedColumn, printedCell } from '../../reports/print.ts'
import { MM, type Pages, SINGLE, type Style } from './pages.ts'

const MARGIN = CELL_MARGIN * MM
const ABOVE = 1.5
/** A line has room of its own beneath its row, as Word gives it: so pages end with the same row in both. */
const THIN = 0.5
/** Lines are broken a little early, so that they are broken where Word breaks them. */
const SLACK = 1
/** Rows between two turns of the event loop. */
const TURN = 40

interface Grid {
  readonly pages: Pages
  readonly columns: readonly PrintedColumn[]
  readonly lineHeight: number
  readonly size: number
}

type Lines = readonly (readonly string[])[]

const linesOf = ({ pages, columns, size }: Grid, texts: readonly string[], face: Style['face']): Lines =>
  columns.map(({ width }, index) =>
    pages.wrap(texts[index] ?? '', { face, size }, width * MM - 2 * MARGIN - SLACK),
  )

const heightOf = ({ lineHeight }: Grid, cells: Lines): number =>
  Math.max(1, ...cells.map(lines => lines.length)) * lineHeight + 2 * ABOVE + THIN

const drawRow = (grid: Grid, cells: Lines, face: Style['face'], isHead = false): void => {
  const { pages, columns, lineHeight, size } = grid
  const style = { face, size }
  const top = pages.y
  const height = heightOf(grid, cells)
  let x = pages.left
  columns.forEach(({ width, align }, index) => {
    const lines = cells[index] ?? []
    const room = width * MM
    let y = top + ABOVE + (isHead ? (height - THIN - 2 * ABOVE - lines.length * lineHeight) / 2 : 0)
    for (const line of lines) {
      const spare = align === 'left' && !isHead ? 0 : room - 2 * MARGIN - pages.widthOf(line, style)
      const shift = isHead || align === 'center' ? spare / 2 : spare
      pages.write(line, x + MARGIN + shift, y, style)
      y += lineHeight
    }
    x += room
  })
  pages.y = top + height
}

/** The lines between and around the cells from `top` down to the present place. */
const drawSides = ({ pages, columns }: Grid, top: number): void => {
  let x = pages.left
  const { doc } = pages
  doc.lineWidth(THIN)
  for (const width of [0, ...columns.map(column => column.width * MM)]) {
    x += width
    doc.moveTo(x, top).lineTo(x, pages.y)
  }
  doc.stroke()
}

/** Of a row that is higher than a page: what fits, and the rest. */
const cut = (cells: Lines, count: number): readonly [Lines, Lines] => [
  cells.map(lines => lines.slice(0, count)),
  cells.map(lines => lines.slice(count)),
]

/** A table over as many pages as it takes: its head on each of them, no row over two. False: nobody reads any more. */
export const drawTable = async (pages: Pages, table: Table, rules: PaperRules): Promise<boolean> => {
  const { size, columns } = layOut(table, pages.width / MM, rules.sizes.table)
  const grid: Grid = { pages, columns, size, lineHeight: size * SINGLE }
  const width = columns.reduce((sum, column) => sum + column.width * MM, 0)
  const head = linesOf(
    grid,
    columns.map(({ column }) => column.title),
    'bold',
  )
  const line = (): void => {
    pages.rule(pages.left, pages.y, width, THIN)
  }
  let top = pages.y
  const begin = (): void => {
    top = pages.y
    line()
    drawRow(grid, head, 'bold', true)
    line()
  }
  const end = (): void => {
    drawSides(grid, top)
  }
  const cellsOf = (row: Row, face: Style['face']): Lines =>
    linesOf(
      grid,
      columns.map(({ column }) => printedCell(row, column)),
      face,
    )
  /** `below` is what is to stand on the same page beneath it. */
  const add = (row: Row, face: Style['face'], below = 0): void => {
    let cells = cellsOf(row, face)
    while (pages.y + heightOf(grid, cells) + below > pages.bottom) {
      const isFresh = pages.y - top <= heightOf(grid, head) + 1
      if (isFresh) {
        const [first, rest] = cut(
          cells,
          Math.max(1, Math.floor((pages.bottom - pages.y - 2 * ABOVE) / grid.lineHeight)),
        )
        drawRow(grid, first, face)
        line()
        cells = rest
      }
      end()
      pages.turn()
      begin()
    }
    drawRow(grid, cells, face)
    line()
  }

  // The head does not stand alone at the foot of a page.
  pages.ensure(heightOf(grid, head) + 3 * grid.lineHeight)
  begin()
  let count = 0
  let last: Row | null = null
  for (const row of table.rows) {
    if (last !== null) add(last, 'regular')
    last = row
    count += 1
    if (count % TURN === 0 && !(await pages.pause())) return false
  }
  // Sums do not stand alone on a page.
  const below = table.totals === null ? 0 : heightOf(grid, cellsOf(table.totals, 'bold'))
  if (last !== null) add(last, 'regular', below)
  if (table.totals !== null) add(table.totals, 'bold')
  end()
  return true
}
