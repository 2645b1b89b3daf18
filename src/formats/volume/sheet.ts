import {
  beginText,
  endText,
  PDFHexString,
  type PDFOperator,
  PDFPage,
  type PDFRef,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib'
import type { PaperRules } from '../../reports/paper-rules.ts'
import { FACES } from '../pdf/fonts.ts'
import { MM, type Place, type Style } from '../pdf/pages.ts'
import { wrapWords } from '../pdf/wrap.ts'
import type { Book } from './book.ts'
import type { Faces } from './faces.ts'

const SHEET = [210 * MM, 297 * MM] as const

export type Matrix = Parameters<typeof setTextMatrix>

/** Pages that we set, in the order in which they are turned; see Place. */
export interface Sheets extends Place {
  readonly pages: readonly PDFRef[]
  turn(): void
  rule(x: number, y: number, length: number): void
  /** The area leads to a page. */
  link(x: number, y: number, width: number, height: number, to: PDFRef): void
}

/** `onTurn` is told of each new page, to put its number there. */
export const openSheets = (
  { pdf, tree, faces }: Book,
  { margins }: Pick<PaperRules, 'margins'>,
  onTurn: (page: PDFPage) => void = () => undefined,
): Sheets => {
  const [width, height] = SHEET
  const refs: PDFRef[] = []
  const at = { y: 0 }
  let page: PDFPage | null = null
  const open = (): PDFPage => {
    if (page === null) throw new Error('no page to write on')
    return page
  }
  const sheets: Sheets = {
    pages: refs,
    left: margins.left * MM,
    width: width - (margins.left + margins.right) * MM,
    bottom: height - margins.bottom * MM,
    get y() {
      return at.y
    },
    set y(y: number) {
      at.y = y
    },
    turn() {
      page = PDFPage.create(pdf)
      page.node.setParent(tree)
      page.setSize(width, height)
      for (const face of FACES) page.node.setFontDictionary(faces.nameOf(face), faces.refOf(face))
      refs.push(page.ref)
      at.y = margins.top * MM
      onTurn(page)
    },
    ensure(room) {
      if (at.y + room <= sheets.bottom) return false
      sheets.turn()
      return true
    },
    widthOf: (text, { face, size }) => faces.widthOf(text, face) * size,
    wrap: (text, { face, size }, room, indent) =>
      wrapWords(text, word => faces.wordWidth(word, face) * size, room, indent),
    // A line's place is told by its top, as elsewhere; a PDF wants its foot.
    write: (text, x, y, style) => {
      if (text !== '')
        open().pushOperators(
          ...lettering(faces, text, [1, 0, 0, 1, x, height - y - style.size * ASCENT], style),
        )
    },
    rule(x, y, length) {
      open().drawLine({ start: { x, y: height - y }, end: { x: x + length, y: height - y }, thickness: 0.6 })
    },
    link(x, y, w, h, to) {
      const { node, doc } = open()
      const area = [x, height - y - h, x + w, height - y]
      const link = { Type: 'Annot', Subtype: 'Link', Rect: area, Border: [0, 0, 0], Dest: [to, 'Fit'] }
      node.addAnnot(doc.context.register(doc.context.obj(link)))
    },
  }
  return sheets
}

/** From the top of a line to its foot, as a share of its size. */
const ASCENT = 0.891

/** Letters at a place, turned as the matrix says. */
export const lettering = (
  faces: Faces,
  text: string,
  matrix: Matrix,
  { face, size }: Style,
): readonly PDFOperator[] => [
  beginText(),
  setFontAndSize(faces.nameOf(face), size),
  setTextMatrix(...matrix),
  showText(PDFHexString.of(faces.glyphsOf(text, face))),
  endText(),
]
