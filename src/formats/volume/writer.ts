import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PDFRef } from '@cantoo/pdf-lib'
import type { BoundVolume, VolumeParts } from '../../ports/report-files.ts'
import type { VolumeEssay } from '../../reports/volume.ts'
import { type Book, type Mark, openBook } from './book.ts'
import { type Content, type ContentSources, contentOf } from './content.ts'
import { drawDivider, drawText } from './essay.ts'
import { drawFront, type Listed } from './front.ts'
import { stampNumber } from './numbers.ts'
import { openSheets } from './sheet.ts'
import { takePages } from './uploaded.ts'

/** What contents, outline and fonts take at the end of a part: of all together, and of one essay. */
const END = 300_000
const END_OF_ESSAY = 1200

/** How far a volume is, over its parts. */
interface Progress {
  /** The essay that comes next, and its content if it was read already: it did not fit into the part before. */
  next: number
  read: Content | null
  /** Printed on the next page. */
  number: number
  part: number
}

/** Sets an essay behind its divider; answers its pages in order. */
const bindEssay = async (
  book: Book,
  { document }: BoundVolume,
  essay: VolumeEssay,
  content: Content,
  firstNumber: number,
): Promise<readonly PDFRef[]> => {
  const { rules } = document.paper
  const pages = content.pdf === null ? [] : await takePages(book, content.pdf)
  const sheets = openSheets(book, rules, page => {
    stampNumber(book, page, String(firstNumber + sheets.pages.length - 1))
  })
  drawDivider(sheets, essay, content.note)
  if (content.paragraphs.length > 0) drawText(sheets, content.paragraphs, rules)
  const before = firstNumber + sheets.pages.length
  for (const [index, page] of pages.entries()) stampNumber(book, page, String(before + index))
  return [...sheets.pages, ...pages.map(({ ref }) => ref)]
}

/** Unit by unit, as in the contents. */
const marksOf = (listed: readonly Listed[]): readonly Mark[] => {
  const marks: (Mark & { readonly below: Mark[] })[] = []
  for (const { unit, person, label, page } of listed) {
    let last = marks.at(-1)
    if (last?.title !== unit) {
      last = { title: unit, page, below: [] }
      marks.push(last)
    }
    last.below.push({ title: `${person}, ${label}`, page, below: [] })
  }
  return marks
}

async function* writePart(
  sources: ContentSources,
  volume: BoundVolume,
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const { document, essays, partBytes, onProgress } = volume
  const { cutoff, paper, lines } = document
  const part = partBytes === null ? null : progress.part
  const title = `Kỷ yếu bài thu hoạch. ${lines[0] ?? ''}${part === null ? '' : ` (phần ${part})`}`
  const author = paper.issuingBody.replaceAll('\n', ' ')
  const book = await openBook({ title, author, at: cutoff, firstNumber: progress.number })
  yield book.objects.begin()

  const listed: Listed[] = []
  const body: PDFRef[] = []
  for (; progress.next < essays.length; progress.next += 1) {
    const essay = essays[progress.next]
    if (essay === undefined) break
    const before = book.pdf.context.largestObjectNumber
    const content = progress.read ?? (await contentOf(sources, essay, signal))
    const pages = await bindEssay(book, volume, essay, content, progress.number)
    const end = END + END_OF_ESSAY * (listed.length + 1)
    if (partBytes !== null && listed.length > 0 && book.objects.size + end > partBytes) {
      book.objects.drop(before)
      progress.read = content
      break
    }
    progress.read = null
    const [first] = pages
    if (first !== undefined) listed.push({ ...essay, page: first, number: progress.number })
    body.push(...pages)
    progress.number += pages.length
    yield* book.objects.flush()
    onProgress(progress.next + 1)
    // Setting type waits for nothing: others have their turn.
    await nextTurn()
  }

  const front = drawFront(book, volume, part, listed)
  const [cover] = front.pages
  yield* book.end(front.pages, body, [
    ...(cover === undefined ? [] : [{ title: 'Bìa', page: cover, below: [] }]),
    ...(front.contents === null ? [] : [{ title: 'Mục lục', page: front.contents, below: [] }]),
    ...marksOf(listed),
  ])
  progress.part += 1
}

/**
 * The bound volume: cover, contents, and every essay behind a divider, page numbers running on over the parts. One essay
 * is in memory at a time; of the others their numbers.
 */
export const writeVolume =
  (sources: ContentSources) =>
  (volume: BoundVolume): VolumeParts => {
    const progress: Progress = { next: 0, read: null, number: 1, part: 1 }
    return {
      isDone: () => progress.part > 1 && progress.next >= volume.essays.length,
      next() {
        const stop = new AbortController()
        const out = new PassThrough()
        // Whoever reads no more wants no more of LibreOffice either.
        out.once('close', () => {
          stop.abort()
        })
        pipeline(writePart(sources, volume, progress, stop.signal), out).catch((error: unknown) => {
          out.destroy(error instanceof Error ? error : new Error(String(error)))
        })
        return out
      },
    }
  }
