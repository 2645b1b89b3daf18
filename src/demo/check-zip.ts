import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import type { Receipt } from './story.ts'

interface ManifestEntry {
  readonly receipt: string
  readonly sha256: string
  readonly entry: string | null
}

const inflate = async (archive: Buffer): Promise<ReadonlyMap<string, Buffer>> => {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(archive, {
    lazyEntries: true,
  })
  const entries = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve)
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null) return reject(error)
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
        stream.on('end', () => {
          entries.set(entry.fileName, Buffer.concat(parts))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
  return entries
}

/** Holds every file of the report's ZIP against the receipt its owner was given; answers what disagrees. */
export const checkZip = async (archive: Buffer, receipts: readonly Receipt[]): Promise<readonly string[]> => {
  const entries = await inflate(archive)
  const manifest = [...entries].find(([name]) => name.endsWith('manifest.json'))?.[1]
  if (manifest === undefined) return ['the ZIP has no manifest.json']
  const listed = new Map(
    (JSON.parse(manifest.toString('utf8')) as { essays: ManifestEntry[] }).essays.map(line => [
      line.receipt,
      line,
    ]),
  )
  const wrong: string[] = []
  for (const { code, sha256 } of receipts) {
    const line = listed.get(code)
    const bytes = line?.entry == null ? undefined : entries.get(line.entry)
    if (bytes === undefined) wrong.push(`receipt ${code}: its file is not in the ZIP`)
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      wrong.push(`receipt ${code}: the file in the ZIP is another one`)
  }
  if (listed.size !== receipts.length)
    wrong.push(`the manifest lists ${listed.size} essays for ${receipts.length} receipts`)
  return wrong
}
