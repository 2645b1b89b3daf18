import type { PDFRef } from '@cantoo/pdf-lib'
import { formatCount, roman } from '../../domain/figures.ts'
import type { BoundVolume } from '../../ports/report-files.ts'
import { MM, SINGLE, type Style } from '../pdf/pages.ts'
import { centred } from '../pdf/text.ts'
import type { Book } from './book.ts'
import { stampNumber } from './numbers.ts'
import { openSheets, type Sheets } from './sheet.ts'

/** One line of the contents. */
export interface Listed {
  readonly unit: string
  readonly person: string
  readonly label: string
  readonly page: PDFRef
  readonly number: number
}

const ENTRY: Style = { face: 'regular', size: 12 }
const UNIT: Style = { face: 'bold', size: 12 }
const LINE = 12 * SINGLE * 1.2
/** Kept for dots and number. */
const NUMBER_ROOM = 22 * MM

const drawCover = (
  sheets: Sheets,
  { document, essays }: BoundVolume,
  part: number | null,
  listed: readonly Listed[],
): void => {
  const { paper, lines } = document
  const whole = { x: sheets.left, width: sheets.width }
  const line = (text: string, face: Style['face'], size: number): void => {
    centred(sheets, text, { face, size }, whole)
  }
  sheets.turn()
  if (paper.parentBody !== null) line(paper.parentBody, 'regular', 13)
  line(paper.issuingBody, 'bold', 13)
  sheets.rule(sheets.left + sheets.width * 0.4, sheets.y + 4, sheets.width * 0.2)
  sheets.y = 95 * MM
  line('KỶ YẾU', 'bold', 36)
  line('BÀI THU HOẠCH', 'bold', 26)
  sheets.y += 10 * MM
  for (const text of lines) line(text, 'regular', 14)
  sheets.y += 6 * MM
  const count = essays.reduce((sum, { count }) => sum + count, 0)
  const people = new Set(essays.map(({ number }) => number)).size
  line(
    essays.length === 0
      ? 'Chưa có bài nào được nhận'
      : `${formatCount(count)} bài của ${formatCount(people)} cán bộ`,
    'bold',
    14,
  )
  const [first, last] = [listed[0], listed.at(-1)]
  if (part !== null && first !== undefined && last !== undefined) {
    sheets.y += 4 * MM
    line(`Phần ${part}: từ ${first.person} đến ${last.person}`, 'italic', 14)
  }
  sheets.y = sheets.bottom - 14 * SINGLE
  line(paper.placeAndDate, 'italic', 14)
}

/** Text, dots, number; all of it leads to the page. */
const drawEntry = (sheets: Sheets, { person, label, page, number }: Listed): void => {
  const lines = sheets.wrap(`${person}, ${label}`, ENTRY, sheets.width - NUMBER_ROOM - 6 * MM)
  sheets.ensure(lines.length * LINE)
  const top = sheets.y
  const left = sheets.left + 6 * MM
  for (const line of lines) {
    sheets.write(line, left, sheets.y, ENTRY)
    sheets.y += LINE
  }
  const text = String(number)
  const right = sheets.left + sheets.width
  const from = left + sheets.widthOf(lines.at(-1) ?? '', ENTRY) + 3
  const to = right - sheets.widthOf(text, ENTRY)
  const dots = Math.floor((to - 3 - from) / sheets.widthOf('.', ENTRY))
  sheets.write('.'.repeat(Math.max(dots, 0)), from, sheets.y - LINE, ENTRY)
  sheets.write(text, to, sheets.y - LINE, ENTRY)
  sheets.link(sheets.left, top, sheets.width, sheets.y - top, page)
}

const drawContents = (sheets: Sheets, listed: readonly Listed[]): void => {
  sheets.turn()
  centred(sheets, 'MỤC LỤC', { face: 'bold', size: 16 }, { x: sheets.left, width: sheets.width })
  sheets.y += 6 * MM
  let unit: string | null = null
  for (const entry of listed) {
    if (entry.unit !== unit) {
      unit = entry.unit
      const lines = sheets.wrap(unit, UNIT, sheets.width - NUMBER_ROOM)
      // Not alone at the foot of a page.
      sheets.ensure((lines.length + 1) * LINE + 6)
      sheets.y += 6
      for (const line of lines) {
        sheets.write(line, sheets.left, sheets.y, UNIT)
        sheets.y += LINE
      }
    }
    drawEntry(sheets, entry)
  }
}

/** Cover and contents, in roman numbers; the cover's is not shown. */
export const drawFront = (
  book: Book,
  volume: BoundVolume,
  part: number | null,
  listed: readonly Listed[],
): { readonly pages: readonly PDFRef[]; readonly contents: PDFRef | null } => {
  const sheets = openSheets(book, volume.document.paper.rules, page => {
    if (sheets.pages.length > 1) stampNumber(book, page, roman(sheets.pages.length))
  })
  drawCover(sheets, volume, part, listed)
  if (listed.length > 0) drawContents(sheets, listed)
  return { pages: sheets.pages, contents: sheets.pages[1] ?? null }
}
