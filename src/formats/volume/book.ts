import { PDFDocument, PDFHexString, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import { openFaces } from './faces.ts'
import { objectsOf } from './objects.ts'

/** A place in the outline. */
export interface Mark {
  readonly title: string
  readonly page: PDFRef
  readonly below: readonly Mark[]
}

export interface BookInfo {
  readonly title: string
  readonly author: string
  readonly at: Date
  /** Printed number of the first page after the front matter, which has roman numbers of its own. */
  readonly firstNumber: number
}

const text = (value: string): PDFHexString => PDFHexString.fromText(value)

/**
 * A PDF that is written while it is made. Its pages are written in any order; which stands where is said at the end, so
 * that contents can come first though they are known last.
 */
export const openBook = async (info: BookInfo) => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  // Tree and catalogue are written at the end, by hand: they would be kept in memory with every page.
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref)
  const tree = context.nextRef()
  const faces = await openFaces(pdf)
  const objects = objectsOf(context)

  /** The marks side by side below a parent; answers the first, the last and how many. */
  const outline = (marks: readonly Mark[], parent: PDFRef) => {
    const refs = marks.map(() => context.nextRef())
    marks.forEach(({ title, page, below }, index) => {
      const [ref, previous, next] = [refs[index], refs[index - 1], refs[index + 1]]
      if (ref === undefined) return
      const inner = below.length === 0 ? null : outline(below, ref)
      context.assign(
        ref,
        context.obj({
          Title: text(title),
          Parent: parent,
          Dest: [page, 'Fit'],
          ...(previous && { Prev: previous }),
          ...(next && { Next: next }),
          // Closed: a province has a thousand.
          ...(inner && { First: inner.first, Last: inner.last, Count: -inner.count }),
        }),
      )
    })
    const [first, last] = [refs[0], refs.at(-1)]
    if (first === undefined || last === undefined) throw new Error('an outline without a mark')
    return { first, last, count: marks.length }
  }

  return {
    pdf,
    tree,
    faces,
    objects,
    register: (object: PDFObject): PDFRef => context.register(object),
    /** `front` and `body` are all pages in the order in which they are read. */
    async *end(
      front: readonly PDFRef[],
      body: readonly PDFRef[],
      marks: readonly Mark[],
    ): AsyncGenerator<Buffer> {
      await faces.end()
      context.assign(
        tree,
        context.obj({ Type: 'Pages', Kids: [...front, ...body], Count: front.length + body.length }),
      )
      const outlines = context.nextRef()
      const { first, last, count } = outline(marks, outlines)
      context.assign(outlines, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }))
      const labels = context.obj([0, { S: 'r' }, front.length, { S: 'D', St: info.firstNumber }])
      const root = context.register(
        context.obj({
          Type: 'Catalog',
          Pages: tree,
          Outlines: outlines,
          PageMode: 'UseOutlines',
          PageLabels: { Nums: labels },
          Lang: text('vi-VN'),
          ViewerPreferences: { DisplayDocTitle: true },
        }),
      )
      const about = context.register(
        context.obj({
          Title: text(info.title),
          Author: text(info.author),
          CreationDate: text(pdfDate(info.at)),
        }),
      )
      yield* objects.flush()
      yield* objects.end(root, about)
    },
  }
}

/** `D:20181207020000Z` */
const pdfDate = (at: Date): string => `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`

export type Book = Awaited<ReturnType<typeof openBook>>
