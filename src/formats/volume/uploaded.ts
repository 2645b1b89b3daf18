import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
} from '@cantoo/pdf-lib'
import type { Book } from './book.ts'

/** What a link of an uploaded page may do in a volume that an office hands out. */
const HARMLESS = new Set(['/URI', '/GoTo'])

const name = (text: string): PDFName => PDFName.of(text)

/** Nothing that runs by itself or starts a program. */
const disarm = (page: PDFPageLeaf, context: PDFContext): void => {
  page.delete(name('AA'))
  // Of the tagging of a document that is not there any more.
  page.delete(name('StructParents'))
  for (const entry of page.Annots()?.asArray() ?? []) {
    const annotation = context.lookup(entry)
    if (!(annotation instanceof PDFDict)) continue
    annotation.delete(name('AA'))
    const action = annotation.lookup(name('A'))
    if (action instanceof PDFDict && !HARMLESS.has(String(action.lookup(name('S')))))
      annotation.delete(name('A'))
  }
}

/**
 * Takes the pages of a PDF over into the book as they are. Throws what the library throws where it cannot be read; then
 * nothing of it stays. A password that only forbids printing is no hindrance.
 */
export const takePages = async (
  { pdf, tree, objects }: Book,
  bytes: Uint8Array,
): Promise<readonly PDFPage[]> => {
  const source = await PDFDocument.load(bytes, { password: '', updateMetadata: false })
  const { context } = pdf
  const before = context.largestObjectNumber
  try {
    const copier = PDFObjectCopier.for(source.context, context)
    const refs = new Set(source.getPages().map(({ ref }) => copier.copy(ref)))
    if (refs.size === 0) throw new Error('a PDF without pages')
    return [...refs].map(ref => {
      const leaf = context.lookup(ref)
      if (!(leaf instanceof PDFPageLeaf)) throw new Error('a page that is none')
      disarm(leaf, context)
      leaf.setParent(tree)
      return PDFPage.of(leaf, ref, pdf)
    })
  } catch (error) {
    objects.drop(before)
    throw error
  }
}
