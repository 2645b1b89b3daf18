import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { problem } from '../../domain/problems.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'

const MAX_ENTRIES = 2000
const MAX_INFLATED = 100 * 1024 * 1024
const MAX_RATIO = 200
/** Below this a high ratio is only a short, repetitive text. */
const RATIO_MATTERS_FROM = 1024 * 1024

/** Lets the ZIP reader see the end of a file of which nothing else is in memory. A class because the library wants one. */
class TailReader extends RandomAccessReader {
  readonly tail: Buffer
  readonly start: number

  constructor(tail: Buffer, size: number) {
    super()
    this.tail = tail
    this.start = size - tail.length
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    const from = position - this.start
    const isSeen = from >= 0 && from + length <= this.tail.length
    if (isSeen) this.tail.copy(into, offset, from, from + length)
    setImmediate(done, isSeen ? null : new Error('the directory begins before the bytes that were kept'))
  }
}

/**
 * The names in a ZIP's directory, read from the file's last bytes; or why the file cannot be taken. Nothing is
 * inflated: the sizes are what the directory claims, and whoever inflates must count again.
 */
export const readZipDirectory = async (tail: Buffer, size: number): Promise<Result<ReadonlySet<string>>> => {
  const names = new Set<string>()
  let inflated = 0
  try {
    const zip = await fromRandomAccessReaderPromise(new TailReader(tail, size), size)
    if (zip.entryCount > MAX_ENTRIES) return refuse(problem('file-inflates-too-much'))
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName)
      inflated += entry.uncompressedSize
      const isTooMuch = inflated > RATIO_MATTERS_FROM && inflated > size * MAX_RATIO
      if (isTooMuch || inflated > MAX_INFLATED) return refuse(problem('file-inflates-too-much'))
      if (entry.relativeOffsetOfLocalHeader + entry.compressedSize > size)
        return refuse(problem('file-damaged'))
    }
  } catch {
    return refuse(problem('file-damaged'))
  }
  return ok(names)
}
