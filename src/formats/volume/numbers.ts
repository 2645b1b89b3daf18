import type { PDFPage } from '@cantoo/pdf-lib'
import { MM, type Style } from '../pdf/pages.ts'
import type { Book } from './book.ts'
import { lettering, type Matrix } from './sheet.ts'

const STYLE: Style = { face: 'regular', size: 10 }
/** From the right and from the foot of the page, where what others made has least. */
const ASIDE = 10 * MM
const ABOVE = 7 * MM

/** A place on the page as it is seen → upright letters there, whatever way the page is turned. */
const seenAt = (page: PDFPage, fromRight: number, fromFoot: number): Matrix => {
  const { x, y, width, height } = page.getCropBox()
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return [0, 1, -1, 0, x + width - fromFoot, y + height - fromRight]
    case 180:
      return [-1, 0, 0, -1, x + fromRight, y + height - fromFoot]
    case 270:
      return [0, -1, 1, 0, x + fromFoot, y + fromRight]
    default:
      return [1, 0, 0, 1, x + width - fromRight, y + fromFoot]
  }
}

/** Puts its number on a page. */
export const stampNumber = ({ faces }: Book, page: PDFPage, number: string): void => {
  const width = faces.widthOf(number, STYLE.face) * STYLE.size
  page.node.setFontDictionary(faces.nameOf(STYLE.face), faces.refOf(STYLE.face))
  page.pushOperators(...lettering(faces, number, seenAt(page, ASIDE + width, ABOVE), STYLE))
}
