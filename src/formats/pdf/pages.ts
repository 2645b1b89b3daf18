import { setImmediate as nextTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { PaperRules } from '../../reports/paper-rules.ts'
import { FACES, type Face } from './fonts.ts'
import { sharedFace } from './shared-faces.ts'
import { wrapWords } from './wrap.ts'

/** Points in a millimetre. */
export const MM = 72 / 25.4
/** A line of Times New Roman at single spacing, as a multiple of its size. */
export const SINGLE = 1.15
/** How much may wait for its reader before no more is made. */
const MAX_WAITING = 4 * 1024 * 1024

/** Of words at size 1, in every document the same. More than so many different ones are not remembered. */
const MOST_WORDS = 50_000
const WIDTHS: Readonly<Record<Face, Map<string, number>>> = {
  regular: new Map(),
  bold: new Map(),
  italic: new Map(),
  boldItalic: new Map(),
}

export interface Style {
  readonly face: Face
  readonly size: number
}

export interface Info {
  readonly title: string
  readonly author: string
  readonly at: Date
}

/**
 * A PDF written from top to bottom: a place on the page, pages in runs that each begin at number 1, which is not
 * shown. Lengths in points.
 */
export const openPages = ({ page, margins, sizes }: PaperRules, info: Info) => {
  const doc = new PDFDocument({
    autoFirstPage: false,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: info.title, Author: info.author, CreationDate: info.at, ModDate: info.at },
  })
  for (const face of FACES) doc.registerFont(face, sharedFace(face))
  const run = { isLandscape: false, number: 0, isNumbered: true }
  const at = { y: 0 }

  /** Of one word at size 1. */
  const wordWidth = (word: string, face: Face): number => {
    const known = WIDTHS[face].get(word)
    if (known !== undefined) return known
    const width = doc.font(face).fontSize(100).widthOfString(word) / 100
    if (WIDTHS[face].size >= MOST_WORDS) WIDTHS[face].clear()
    WIDTHS[face].set(word, width)
    return width
  }
  const widthOf = (text: string, { face, size }: Style): number => {
    const words = text.split(' ')
    let width = (words.length - 1) * wordWidth(' ', face)
    for (const word of words) width += wordWidth(word, face)
    return width * size
  }
  const size = () => {
    const [width, height] = run.isLandscape ? [page.height, page.width] : [page.width, page.height]
    return { width: width * MM, height: height * MM }
  }
  const write = (text: string, x: number, y: number, { face, size: points }: Style): void => {
    if (text !== '') doc.font(face).fontSize(points).text(text, x, y, { lineBreak: false })
  }

  const pages = {
    doc,
    widthOf,
    write,
    get left() {
      return margins.left * MM
    },
    get width() {
      return size().width - (margins.left + margins.right) * MM
    },
    get bottom() {
      return size().height - margins.bottom * MM
    },
    get y() {
      return at.y
    },
    set y(y: number) {
      at.y = y
    },
    /** A new page within the run. */
    turn(): void {
      const { width, height } = size()
      doc.addPage({ size: [width, height], margin: 0 })
      run.number += 1
      at.y = margins.top * MM
      if (run.number === 1) return
      const style: Style = { face: 'regular', size: sizes.pageNumber }
      const text = String(run.number)
      write(text, (width - widthOf(text, style)) / 2, (margins.top * MM - style.size) / 2, style)
    },
    /** The first page of a new run. */
    begin(isLandscape: boolean): void {
      run.isLandscape = isLandscape
      run.number = 0
      pages.turn()
    },
    /** Turns the page unless so much still fits on it; says whether it did. */
    ensure(height: number): boolean {
      if (at.y + height <= pages.bottom) return false
      pages.turn()
      return true
    },
    wrap(text: string, { face, size: points }: Style, width: number, indent = 0): readonly string[] {
      return wrapWords(text, word => wordWidth(word, face) * points, width, indent)
    },
    rule(x: number, y: number, length: number, thickness = 0.6): void {
      doc
        .lineWidth(thickness)
        .moveTo(x, y)
        .lineTo(x + length, y)
        .stroke()
    },
    /** Lets others have their turn, and waits for a slow reader; false: nobody reads any more. */
    async pause(): Promise<boolean> {
      await nextTurn()
      while (!doc.destroyed && doc.readableLength > MAX_WAITING)
        await new Promise(resolve => {
          setTimeout(resolve, 10)
        })
      return !doc.destroyed
    },
  }
  return pages
}

export type Pages = ReturnType<typeof openPages>

/** Where type can be set, whatever makes the PDF. */
export type Place = Pick<Pages, 'left' | 'width' | 'bottom' | 'y' | 'widthOf' | 'write' | 'wrap' | 'ensure'>
