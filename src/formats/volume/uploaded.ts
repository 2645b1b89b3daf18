import {
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Book } from './book.ts'

/** What a link of an uploaded page may do in a volume that an office hands out. */
const HARMLESS = new Set(['/URI', '/GoTo'])

const name = (text: string): PDFName => PDFName.of(text)

/** Nothing that runs by itself or starts a program. */
const disarm = (page: PDFPageLeaf): void => {
  page.delete(name('AA'))
  // Of the tagging of a document that is not there any more.
  page.delete(name('StructParents'))
  for (const entry of page.Annots()?.asArray() ?? []) {
    const annotation = page.context.lookup(entry)
    if (!(annotation instanceof PDFDict)) continue
    annotation.delete(name('AA'))
    const action = annotation.lookup(name('A'))
    if (action instanceof PDFDict && !HARMLESS.has(String(action.lookup(name('S')))))
      annotation.delete(name('A'))
  }
}

const copyPage = (ref: PDFRef, target: PDFDocument): PDFPage => {
  const leaf = target.context.lookup(ref)
  if (!(leaf instanceof PDFPageLeaf)) throw new Error('a page that is none')
  disarm(leaf)
  const page = PDFPage.of(leaf, ref, target)
  // Whoever puts a number on it asks for these.
  leaf.normalizedEntries()
  page.getCropBox()
  page.getRotation()
  return page
}

/**
 * Copies the pages of a PDF as they are, links among them included, and nothing else of it. Throws what the library
 * throws where it cannot be read. A password that only forbids printing is no hindrance.
 */
export const copyPages = async (target: PDFDocument, bytes: Uint8Array): Promise<readonly PDFPage[]> => {
  const source = await PDFDocument.load(bytes, { password: '', updateMetadata: false })
  const copier = PDFObjectCopier.for(source.context, target.context)
  const refs = new Set(source.getPages().map(({ ref }) => copier.copy(ref)))
  if (refs.size === 0) throw new Error('a PDF without pages')
  return [...refs].map(ref => copyPage(ref, target))
}

/** Takes the pages of a PDF over into the book. Where that fails nothing of it stays. */
export const takePages = async (
  { pdf, tree, objects }: Book,
  bytes: Uint8Array,
): Promise<readonly PDFPage[]> => {
  const before = pdf.context.largestObjectNumber
  try {
    const pages = await copyPages(pdf, bytes)
    for (const { node } of pages) node.setParent(tree)
    return pages
  } catch (error) {
    objects.drop(before)
    throw error
  }
}
