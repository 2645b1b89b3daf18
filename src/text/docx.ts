import { walkXml } from '../archive/xml.ts'
import { openArchive } from '../archive/zip.ts'
import { paragraphWriter } from './paragraphs.ts'
import { stop } from './stop.ts'

/** Told twice: what old programs are to draw instead, which repeats the text of its sibling. */
const SKIPPED = new Set(['Fallback', 'instrText', 'delText'])

/** The body of a Word document and its footnotes. What was struck out under review is no part of it. */
export const docxText = async (bytes: Buffer): Promise<readonly string[]> => {
  const archive = await openArchive(bytes, () => stop('too-large'))
  const writer = paragraphWriter()
  let skipped = 0
  let isText = false
  for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'])
    await walkXml(archive.read(part), {
      open(name) {
        if (SKIPPED.has(name)) skipped += 1
        if (skipped > 0) return
        if (name === 't') isText = true
        else if (name === 'p') writer.end()
        else if (name === 'tab') writer.add('\t')
        else if (name === 'br' || name === 'cr') writer.add('\n')
        else if (name === 'noBreakHyphen') writer.add('-')
      },
      text(text) {
        if (isText && skipped === 0) writer.add(text)
      },
      close(name) {
        if (SKIPPED.has(name)) skipped -= 1
        else if (name === 't') isText = false
        else if (name === 'p' && skipped === 0) writer.end()
      },
    })
  return writer.all()
}
