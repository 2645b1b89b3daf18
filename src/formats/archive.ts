import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { inflatesTooMuch, MAX_ENTRIES, MAX_INFLATED, stop } from './limits.ts'

export interface Archive {
  has(name: string): boolean
  /** What the entry holds, inflated; nothing where there is none. */
  read(name: string): AsyncIterable<Buffer>
}

const index = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>()
  let claimed = 0
  for await (const entry of zip.eachEntry()) {
    claimed += entry.uncompressedSize
    if (entries.size === MAX_ENTRIES || claimed > MAX_INFLATED) throw stop(inflatesTooMuch)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/**
 * A ZIP by its directory. One that claims too much is refused before anything is inflated; what is really inflated is
 * counted again, as a directory can lie.
 */
export const openArchive = async (bytes: Buffer): Promise<Archive> => {
  const zip = await fromBufferPromise(bytes, { autoClose: false })
  const entries = await index(zip)
  let inflated = 0
  return {
    has: name => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        inflated += chunk.length
        if (inflated > MAX_INFLATED) throw stop(inflatesTooMuch)
        yield chunk
      }
    },
  }
}
