import WordExtractor from 'word-extractor'
import { paragraphWriter } from './paragraphs.ts'
import { stop } from './stop.ts'

const SECTOR = 512
/** Where Word's main stream begins, and the flag in it that says the text is encrypted (MS-DOC 2.5.1). */
const WORD_MAGIC = 0xa5ec
const ENCRYPTED = 0x01_00

const isLocked = (bytes: Buffer): boolean => {
  for (let at = SECTOR; at + 12 <= bytes.length; at += SECTOR)
    if (bytes.readUInt16LE(at) === WORD_MAGIC) return (bytes.readUInt16LE(at + 10) & ENCRYPTED) !== 0
  return false
}

/** The body of a Word 97 document, its text boxes and notes. */
export const docText = async (bytes: Buffer): Promise<readonly string[]> => {
  if (isLocked(bytes)) throw stop('locked')
  const writer = paragraphWriter()
  const document = await new WordExtractor().extract(bytes)
  const asItIs = { filterUnicode: false }
  for (const part of [
    document.getBody(asItIs),
    document.getTextboxes(asItIs),
    document.getFootnotes(asItIs),
    document.getEndnotes(asItIs),
  ])
    for (const line of part.split(/[\n\r\f]/)) {
      writer.add(line.replaceAll('\v', '\n'))
      writer.end()
    }
  return writer.all()
}
