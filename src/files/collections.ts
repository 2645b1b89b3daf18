import type { ClientSession, Db, ObjectId } from 'mongodb'
import type { Tx } from '../ports/platform.ts'

/** Bytes of one chunk. A file of up to one chunk waits in memory and is written in the transaction itself. */
export const CHUNK_BYTES = 1024 * 1024

/** The standard GridFS layout, so that any tool can read it. We write it ourselves: GridFS' own stream takes no session. */
export interface ChunkDoc {
  readonly files_id: ObjectId
  readonly n: number
  readonly data: Buffer
}

export interface FileDoc {
  readonly _id: ObjectId
  readonly length: number
  readonly chunkSize: number
  readonly uploadDate: Date
  readonly filename: string
  readonly metadata: { readonly sha256: string; readonly type: string }
}

/** Says that chunks of this file may lie in the store although no files document names them yet. */
export interface UploadDoc {
  readonly _id: ObjectId
  readonly startedAt: Date
  /** The sweeper has taken it: it can no longer be kept. */
  readonly swept?: true
}

export const BUCKET = 'essays'

export const collectionsOn = (db: Db) => ({
  files: db.collection<FileDoc>(`${BUCKET}.files`),
  chunks: db.collection<ChunkDoc>(`${BUCKET}.chunks`),
  uploads: db.collection<UploadDoc>('uploads'),
})

export type FileCollections = ReturnType<typeof collectionsOn>

/** Creates what is missing: a transaction cannot wait for it. Safe to run by several at once. */
export const prepareFiles = async (db: Db): Promise<void> => {
  const { files, chunks, uploads } = collectionsOn(db)
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(c => c.name))
  for (const { collectionName } of [files, chunks, uploads])
    if (!existing.has(collectionName)) await createOnce(db, collectionName)
  await chunks.createIndex({ files_id: 1, n: 1 }, { unique: true })
  await uploads.createIndex({ startedAt: 1 })
}

const createOnce = async (db: Db, name: string): Promise<void> => {
  try {
    await db.createCollection(name)
  } catch (error) {
    // NamespaceExists: another process was first.
    if (!(error instanceof Error && 'code' in error && error.code === 48)) throw error
  }
}

/** A `Tx` is a driver session. */
export const inTx = (tx: Tx): { session: ClientSession } => ({ session: tx as unknown as ClientSession })
