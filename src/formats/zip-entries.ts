import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export interface Added {
  readonly size: number
  /** Of what went in, lower-case hex. */
  readonly sha256: string
  /** What ended the source before its end; null: it came whole. */
  readonly broken: unknown
}

export interface EntryOptions {
  readonly mtime: Date
  /** false for what is compressed already. */
  readonly compress: boolean
}

/** In characters: what a turn of the event loop makes, and what somebody who waits for his turn waits for. */
const BLOCK = 32_768

/** Short texts in larger blocks: every part of a stream has its price. */
export function* blocks(texts: Iterable<string>): Generator<Buffer> {
  let block = ''
  for (const text of texts) {
    block += text
    if (block.length < BLOCK) continue
    yield Buffer.from(block)
    block = ''
  }
  yield Buffer.from(block)
}

/** yazl keeps what it is given for an entry until the ZIP ends: so it is not given the stream, nor anything that holds it. */
const handOver = (body: Readable): ((given: (error: null, stream: Readable) => void) => void) => {
  let waiting: Readable | null = body
  return given => {
    const stream = waiting
    waiting = null
    if (stream !== null) given(null, stream)
  }
}

/**
 * yazl looks for its next entry from the first on, each time: with the essays of a country most of its time went there.
 * So entries that are written are kept aside until it writes the directory. Its types leave the list out.
 */
const keepAside = (zip: ZipFile & { entries?: readonly unknown[] }) => {
  const written: unknown[] = []
  return {
    latest: (): unknown => zip.entries?.at(-1),
    /** All before this one are written. */
    before(entry: unknown): void {
      const entries = zip.entries ?? []
      const at = entries.indexOf(entry)
      if (at < 1) return
      written.push(...entries.slice(0, at))
      zip.entries = entries.slice(at)
    },
    putBack(): void {
      zip.entries = [...written, ...(zip.entries ?? [])]
    },
  }
}

/** A ZIP written entry after entry, at the pace at which somebody reads it. */
export const zipEntries = () => {
  const zip = new ZipFile()
  const out = new PassThrough()
  const aside = keepAside(zip)
  zip.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)

  return {
    out,
    /** A source that breaks ends its entry there and leaves the ZIP whole; a reader who goes away rejects. */
    async add(
      entry: string,
      parts: AsyncIterable<Buffer> | Iterable<Buffer>,
      options: EntryOptions,
    ): Promise<Added> {
      if (out.destroyed) throw new Error('nobody reads this ZIP any more')
      const hash = createHash('sha256')
      let size = 0
      let broken: unknown = null
      const measured = async function* () {
        try {
          for await (const part of parts) {
            hash.update(part)
            size += part.length
            yield part
          }
        } catch (error) {
          broken = error
        }
      }
      const body = Readable.from(measured(), { objectMode: false })
      const giveUp = (): void => {
        body.destroy()
      }
      out.once('close', giveUp)
      zip.addReadStreamLazy(entry, { ...options, mode: 0o100644 }, handOver(body))
      const latest = aside.latest()
      await finished(body)
      // It is read only once those before it are written.
      aside.before(latest)
      out.off('close', giveUp)
      return { size, sha256: hash.digest('hex'), broken }
    },
    end(): void {
      aside.putBack()
      zip.end()
    },
  }
}
