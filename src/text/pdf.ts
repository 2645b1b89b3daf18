import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { paragraphWriter } from './paragraphs.ts'
import { glyphsOf } from './pdf-glyphs.ts'
import { type Line, linesOf, paragraphsOf } from './pdf-lines.ts'
import { stop } from './stop.ts'

/** More than the longest essay by far: what is behind them costs nothing. */
const MOST_PAGES = 300

// pdf.js hands its fonts on with this, which Node has from 21 on. Only the process that reads files loads this module.
const buffers: { transferToFixedLength?: (length?: number) => ArrayBuffer } & ArrayBuffer =
  ArrayBuffer.prototype
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
  return this.slice(0, length)
}

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException'

/** The text of a PDF in the order of reading. A scan has none. */
export const pdfText = async (bytes: Buffer): Promise<readonly string[]> => {
  const { OPS } = await getResolvedPDFJS()
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    // Pictures are left packed: nobody looks at them here.
    maxImageSize: 1,
    isEvalSupported: false,
    verbosity: 0,
  }).catch((error: unknown) => {
    throw isLocked(error) ? stop('locked') : error
  })
  if (document.numPages > MOST_PAGES) throw stop('too-large')
  const pages: (readonly Line[])[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const drawn = await page.getOperatorList()
    pages.push(linesOf(glyphsOf(drawn, OPS, page.getViewport({ scale: 1 }).transform)))
    page.cleanup()
  }
  const writer = paragraphWriter()
  for (const paragraph of paragraphsOf(pages)) {
    writer.add(paragraph)
    writer.end()
  }
  return writer.all()
}
