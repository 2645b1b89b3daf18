import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { getDocumentProxy } from 'unpdf'

/** A piece of text as it lies on its page: in points, from the left and from the top. */
export interface PdfText {
  readonly text: string
  readonly x: number
  /** Of the line it stands on. */
  readonly y: number
  readonly size: number
  readonly width: number
  /** Name of the font, as in `Tinos-Bold`. */
  readonly font: string
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
  /** Straight lines. */
  readonly lines: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  }[]
  /** Line by line, from the top. */
  readonly rows: readonly string[]
}

const contentOf = (page: PDFPage): string => {
  const contents = page.node.Contents()
  const parts =
    contents instanceof PDFArray ? contents.asArray().map(ref => page.doc.context.lookup(ref)) : [contents]
  return parts
    .map(part =>
      part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1') : '',
    )
    .join('\n')
}

/** Short name in the page's resources → name of the font, without what marks a subset. */
const fontsOf = (page: PDFPage): ReadonlyMap<string, string> => {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map(
    (fonts?.entries() ?? []).map(([key, ref]) => {
      const font = page.doc.context.lookup(ref, PDFDict)
      return [
        key.asString().slice(1),
        String(font.get(PDFName.of('BaseFont'))).replace(/^\/([A-Z]{6}\+)?/, ''),
      ]
    }),
  )
}

const at = (x: number, y: number): string => `${Math.round(x)} ${Math.round(y)}`

/** Where which font is used. */
const facesOf = (page: PDFPage, content: string): ReadonlyMap<string, string> => {
  const fonts = fontsOf(page)
  const faces = new Map<string, string>()
  for (const [, x, y, name] of content.matchAll(/1 0 0 1 (\S+) (\S+) Tm\s+\/(\S+) /g))
    faces.set(at(Number(x), Number(y)), fonts.get(name ?? '') ?? '')
  return faces
}

const linesOf = (content: string): PdfPage['lines'] =>
  [...content.matchAll(/(\S+) (\S+) m\s+(\S+) (\S+) l\s/g)].map(found => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = found.slice(1).map(Number)
    return { x1, y1, x2, y2 }
  })

const rowsOf = (texts: readonly PdfText[]): readonly string[] => {
  const rows = new Map<number, PdfText[]>()
  for (const text of texts) {
    const row = rows.get(Math.round(text.y)) ?? []
    row.push(text)
    rows.set(Math.round(text.y), row)
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) =>
      row
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/ +/g, ' '),
    )
}

/** Reads a PDF with two libraries that did not write it: what stands where, in which font. */
export const readPdf = async (bytes: Buffer): Promise<readonly PdfPage[]> => {
  const shapes = await PDFDocument.load(bytes, { updateMetadata: false })
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const pages: PdfPage[] = []
  for (const [index, page] of shapes.getPages().entries()) {
    const content = contentOf(page)
    const faces = facesOf(page, content)
    const { width, height } = page.getSize()
    const { items } = await (await proxy.getPage(index + 1)).getTextContent()
    const texts = items.flatMap((item): PdfText[] => {
      if (!('str' in item) || item.str === '') return []
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
      const font = faces.get(at(x, y)) ?? ''
      return [{ text: item.str, x, y: height - y, size, width: item.width, font }]
    })
    pages.push({ width, height, texts, lines: linesOf(content), rows: rowsOf(texts) })
  }
  await proxy.destroy()
  return pages
}

/** Names of fonts that are not inside the file, and of all fonts. */
export const fontsIn = async (
  bytes: Buffer,
): Promise<{ readonly names: readonly string[]; readonly missing: readonly string[] }> => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const names: string[] = []
  const missing: string[] = []
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const type = object.get(PDFName.of('Type'))
    if (type === PDFName.of('FontDescriptor')) {
      const name = String(object.get(PDFName.of('FontName'))).replace(/^\/([A-Z]{6}\+)?/, '')
      names.push(name)
      if (object.get(PDFName.of('FontFile2')) === undefined) missing.push(name)
    } else if (type === PDFName.of('Font') && object.get(PDFName.of('Subtype')) === PDFName.of('Type1'))
      missing.push(String(object.get(PDFName.of('BaseFont'))))
  }
  return { names, missing }
}
