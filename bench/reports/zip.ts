import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { GridFSBucket, MongoClient, ObjectId } from 'mongodb'
import { ZipFile } from 'yazl'
import { startMongod } from '../../src/embedded/mongod.ts'
import { BUCKET } from '../../src/files/collections.ts'
import { essayFiles } from '../../src/files/essay-files.ts'
import { createGate } from '../../src/files/gate.ts'
import { writeZip } from '../../src/formats/zip-writer.ts'
import type { ReportEssay } from '../../src/reports/essays.ts'
import { paperOf, somePeople } from '../../tests/support/papers.ts'
import { drain } from './floors.ts'

const ESSAYS = 1000
const BYTES = 200 * 1024
const ROUNDS = 5
const AT = new Date('2018-12-10T02:00:00Z')

interface Stored {
  readonly id: ObjectId
  readonly path: string
  readonly bytes: Buffer
}

const essayOf = ({ id, bytes }: Stored, index: number): ReportEssay => ({
  number: index + 1,
  person: `Người ${index + 1}`,
  posts: [],
  unit: 'hung-yen',
  entry: `LĐLĐ tỉnh Hưng Yên/${index + 1}. bài thu hoạch.pdf`,
  version: {
    topic: 'CD1',
    number: 1,
    file: {
      id: id.toHexString(),
      name: 'bài thu hoạch.pdf',
      type: 'pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    paper: null,
    receivedAt: AT,
    late: false,
    receipt: `TH-${index}`,
    onBehalf: false,
    withdrawnAt: null,
  },
})

/** The same files from a folder, without hashes and manifest. */
const yazl = async (files: readonly Stored[]): Promise<number> => {
  const zip = new ZipFile()
  files.forEach(({ path }, index) => {
    zip.addFile(path, `LĐLĐ tỉnh Hưng Yên/${index + 1}. bài thu hoạch.pdf`, { compress: false })
  })
  zip.end()
  return drain(zip.outputStream as Parameters<typeof drain>[0])
}

/** The ZIP of essays out of GridFS, each hashed again, beside yazl from files. */
export const benchZip = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-bench-'))
  const mongod = await startMongod(folder)
  const client = await MongoClient.connect(mongod.uri)
  try {
    const db = client.db()
    const bucket = new GridFSBucket(db, { bucketName: BUCKET, chunkSizeBytes: 1024 * 1024 })
    await mkdir(join(folder, 'files'))
    const files: Stored[] = []
    for (let n = 0; n < ESSAYS; n += 1) {
      const file = { id: new ObjectId(), path: join(folder, 'files', `${n}.pdf`), bytes: randomBytes(BYTES) }
      await writeFile(file.path, file.bytes)
      await pipeline([file.bytes], bucket.openUploadStreamWithId(file.id, 'bài thu hoạch.pdf'))
      files.push(file)
    }
    const write = writeZip(essayFiles(db, createGate(8, 60), 60_000))
    const essays = files.map(essayOf)
    const document = paperOf(somePeople(10))
    const own = async (): Promise<number> =>
      drain(write({ document, essays, enclosures: [], newerThan: null, onProgress: () => {} }))
    const ms = { own: [] as number[], floor: [] as number[] }
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [name, work] of [
        ['own', own],
        ['floor', async () => yazl(files)],
      ] as const) {
        const start = performance.now()
        await work()
        // The first round warms up.
        if (round > 0) ms[name].push(performance.now() - start)
      }
    const [best, floor] = [Math.min(...ms.own), Math.min(...ms.floor)]
    const speed = (ESSAYS * BYTES) / 1024 / 1024 / (best / 1000)
    console.log(
      `ZIP of ${ESSAYS} essays of 200 KB from GridFS: ${speed.toFixed(0)} MB/s, ${(floor / best).toFixed(2)} of yazl from files`,
    )
  } finally {
    await client.close()
    await mongod.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
