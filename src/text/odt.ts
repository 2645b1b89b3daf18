import { walkXml } from '../archive/xml.ts'
import { openArchive } from '../archive/zip.ts'
import { paragraphWriter } from './paragraphs.ts'
import { stop } from './stop.ts'

/** Remarks of reviewers, what they struck out, and the numbers of footnotes are no part of the text. */
const SKIPPED = new Set(['annotation', 'tracked-changes', 'note-citation', 'forms'])
const PARAGRAPHS = new Set(['p', 'h'])
/** A run of spaces claims its own length. */
const MOST_SPACES = 100

/** The body of an OpenDocument text, its tables and footnotes where they stand. */
export const odtText = async (bytes: Buffer): Promise<readonly string[]> => {
  const archive = await openArchive(bytes, () => stop('too-large'))
  if (!archive.has('content.xml')) throw stop('damaged')
  const writer = paragraphWriter()
  let skipped = 0
  let depth = 0
  await walkXml(archive.read('content.xml'), {
    open(name, attributes) {
      if (SKIPPED.has(name)) skipped += 1
      if (skipped > 0) return
      if (PARAGRAPHS.has(name)) {
        writer.end()
        depth += 1
      } else if (depth === 0) return
      else if (name === 's') writer.add(' '.repeat(Math.min(Number(attributes['c'] ?? 1) || 1, MOST_SPACES)))
      else if (name === 'tab') writer.add('\t')
      else if (name === 'line-break') writer.add('\n')
    },
    text(text) {
      if (skipped === 0 && depth > 0) writer.add(text)
    },
    close(name) {
      if (SKIPPED.has(name)) skipped -= 1
      else if (skipped === 0 && PARAGRAPHS.has(name)) {
        writer.end()
        depth -= 1
      }
    },
  })
  return writer.all()
}
