import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib'

/** Objects are gathered to pieces of about so many bytes: every part of a stream has its price. */
const PIECE = 64 * 1024
/** What a place in the table of objects takes, and what stands around an object at most. */
const ENTRY = 20
const AROUND = 24

const bytesOf = (ref: PDFRef, object: PDFObject): Buffer => {
  const head = `${ref.objectNumber} 0 obj\n`
  const tail = '\nendobj\n'
  const bytes = Buffer.alloc(head.length + object.sizeInBytes() + tail.length)
  bytes.write(head, 'latin1')
  object.copyBytesInto(bytes, head.length)
  bytes.write(tail, bytes.length - tail.length, 'latin1')
  return bytes
}

/** A PDF whose objects are written as soon as they are whole, and then forgotten: only where each begins is kept. */
export const objectsOf = (context: PDFContext) => {
  const starts = new Map<number, number>()
  let size = 0
  const written = (bytes: Buffer): Buffer => {
    size += bytes.length
    return bytes
  }

  return {
    /** In bytes: what is written, what waits, and the table of both. */
    get size(): number {
      let waiting = 0
      let count = starts.size
      for (const [, object] of context.enumerateIndirectObjects()) {
        waiting += object.sizeInBytes() + AROUND
        count += 1
      }
      return size + waiting + count * ENTRY
    },
    begin: (): Buffer => written(Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')),
    *flush(): Generator<Buffer> {
      let waiting: Buffer[] = []
      let length = 0
      for (const [ref, object] of context.enumerateIndirectObjects()) {
        const bytes = bytesOf(ref, object)
        context.delete(ref)
        starts.set(ref.objectNumber, size)
        waiting.push(written(bytes))
        length += bytes.length
        if (length < PIECE) continue
        yield Buffer.concat(waiting)
        waiting = []
        length = 0
      }
      yield Buffer.concat(waiting)
    },
    /** Forgets what was begun after an object without having been written. */
    drop(after: number): void {
      for (const [ref] of context.enumerateIndirectObjects())
        if (ref.objectNumber > after) context.delete(ref)
    },
    /** The table of objects, and where it begins: the last bytes. */
    *end(root: PDFRef, info: PDFRef): Generator<Buffer> {
      const count = context.largestObjectNumber + 1
      const lines = ['0000000000 65535 f\r\n']
      for (let number = 1; number < count; number += 1) {
        const start = starts.get(number)
        lines.push(
          start === undefined ? '0000000000 00000 f\r\n' : `${String(start).padStart(10, '0')} 00000 n\r\n`,
        )
      }
      yield Buffer.from(`xref\n0 ${count}\n${lines.join('')}`, 'latin1')
      yield Buffer.from(
        `trailer\n<< /Size ${count} /Root ${root.toString()} /Info ${info.toString()} >>\nstartxref\n${size}\n%%EOF\n`,
        'latin1',
      )
    },
  }
}
