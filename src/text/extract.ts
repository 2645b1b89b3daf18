import { docText } from './doc.ts'
import { docxText } from './docx.ts'
import { odtText } from './odt.ts'
import { pdfText } from './pdf.ts'
import { rtfText } from './rtf.ts'
import type { ParsedType } from './told.ts'

type Extractor = (bytes: Buffer) => Promise<readonly string[]>

/** How each kind of file is read: its paragraphs, in the order of reading. Throws what `reasonOf` understands. */
export const EXTRACTORS: Readonly<Record<ParsedType, Extractor>> = {
  docx: docxText,
  odt: odtText,
  pdf: pdfText,
  doc: docText,
  rtf: rtfText,
}
