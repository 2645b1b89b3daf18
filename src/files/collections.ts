import {
  type ClientSession,
  type CreateCollectionOptions,
  type Db,
  MongoServerError,
  type ObjectId,
} from 'mongodb'
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

const createOnce = async (db: Db, name: string, options: CreateCollectionOptions = {}): Promise<void> => {
  try {
    await db.createCollection(name, options)
  } catch (error) {
    // NamespaceExists: it was there, or another process was first.
    if (!(error instanceof MongoServerError && error.code === 48)) throw error
  }
}

/** What people hand in is compressed already: trying again at every write would cost time and win nothing. */
const UNCOMPRESSED = { storageEngine: { wiredTiger: { configString: 'block_compressor=none' } } }

/** Creates what is missing: a transaction cannot wait for it. Safe to run by several at once. */
export const prepareFiles = async (db: Db): Promise<void> => {
  const { files, chunks, uploads } = collectionsOn(db)
  await createOnce(db, chunks.collectionName, UNCOMPRESSED)
  await createOnce(db, files.collectionName)
  await createOnce(db, uploads.collectionName)
  await chunks.createIndex({ files_id: 1, n: 1 }, { unique: true })
  await uploads.createIndex({ startedAt: 1 })
  await createOnce(db, 'staged.chunks', UNCOMPRESSED)
  await db.collection('staged').createIndex({ until: 1 })
}

/** A `Tx` is a driver session. */
export const inTx = (tx: Tx): { session: ClientSession } => ({ session: tx as unknown as ClientSession })
