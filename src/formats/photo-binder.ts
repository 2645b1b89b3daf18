import {
  concatTransformationMatrix,
  degrees,
  PDFDocument,
  type PDFImage,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
} from '@cantoo/pdf-lib'
import type { LoosePage, PhotoBinder } from '../ports/photo-binder.ts'
import { standingOf } from './exif.ts'

/** In points, as is everything here. */
const SHORT = 595.28
const LONG = 841.89
const MARGIN = 12

/** Of a photo that no reader of photos understands. The PDF's own fonts know no Vietnamese. */
const UNREADABLE = 'This photo cannot be read. The original file is kept.'

/** null: it is no photo that can be read. */
const embed = async (pdf: PDFDocument, { type }: LoosePage, bytes: Uint8Array): Promise<PDFImage | null> => {
  try {
    return type === 'jpg' ? await pdf.embedJpg(bytes) : await pdf.embedPng(bytes)
  } catch {
    return null
  }
}

/** The photo lies on the page as its rows are stored, and the page is turned: nothing is compressed again. */
const addPage = async (pdf: PDFDocument, loose: LoosePage): Promise<void> => {
  const bytes = await loose.read()
  const image = await embed(pdf, loose, bytes)
  if (image === null) {
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    pdf.addPage([SHORT, LONG]).drawText(UNREADABLE, { x: 4 * MARGIN, y: LONG / 2, size: 12, font })
    return
  }
  const standing = standingOf(bytes)
  const [width, height] = image.width > image.height ? [LONG, SHORT] : [SHORT, LONG]
  const scale = Math.min((width - 2 * MARGIN) / image.width, (height - 2 * MARGIN) / image.height)
  const size = { width: image.width * scale, height: image.height * scale }
  const page = pdf.addPage([width, height])
  if (standing.isMirrored)
    page.pushOperators(pushGraphicsState(), concatTransformationMatrix(-1, 0, 0, 1, width, 0))
  page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size })
  if (standing.isMirrored) page.pushOperators(popGraphicsState())
  page.setRotation(degrees((standing.turn + loose.turn) % 360))
  // Now, so that what a PNG was unpacked to does not wait for the others.
  await image.embed()
}

export const photoBinder: PhotoBinder = {
  async bind(title, pages) {
    // Without dates: the same photos make the same PDF.
    const pdf = await PDFDocument.create({ updateMetadata: false })
    pdf.setTitle(title)
    for (const page of pages) await addPage(pdf, page)
    return pdf.save()
  },
}
