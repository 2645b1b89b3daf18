import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

export interface Archive {
  has(name: string): boolean
  /** What the entry holds, inflated; nothing where there is none. */
  read(name: string): AsyncIterable<Buffer>
}

const MAX_ENTRIES = 2000
const MAX_INFLATED = 100 * 1024 * 1024

const index = async (zip: ZipFile, tooMuch: () => Error): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>()
  let claimed = 0
  for await (const entry of zip.eachEntry()) {
    claimed += entry.uncompressedSize
    if (entries.size === MAX_ENTRIES || claimed > MAX_INFLATED) throw tooMuch()
    entries.set(entry.fileName, entry)
  }
  return entries
}

/**
 * A ZIP by its directory. One that claims too much is refused before anything is inflated; what is really inflated is
 * counted again, as a directory can lie. Either throws what `tooMuch` makes.
 */
export const openArchive = async (bytes: Buffer, tooMuch: () => Error): Promise<Archive> => {
  const zip = await fromBufferPromise(bytes, { autoClose: false })
  const entries = await index(zip, tooMuch)
  let inflated = 0
  return {
    has: name => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        inflated += chunk.length
        if (inflated > MAX_INFLATED) throw tooMuch()
        yield chunk
      }
    },
  }
}
