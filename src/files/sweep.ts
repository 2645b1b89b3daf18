import type { ObjectId } from 'mongodb'
import type { EssayFiles } from '../ports/essay-files.ts'
import type { FileCollections } from './collections.ts'

/** So many at one go; the next go takes the rest. */
const INTENTS = 500
/** So many of the newest chunks are looked at for ones that belong to nothing. */
const CHUNKS = 2000

export const sweepOn = (
  { files, chunks, uploads }: FileCollections,
  forget: (id: ObjectId) => Promise<void>,
  longestUploadMs: number,
): EssayFiles['sweep'] => {
  const sweepIntents = async (before: Date): Promise<number> => {
    const stale = await uploads.find({ startedAt: { $lt: before } }, { limit: INTENTS }).toArray()
    for (const { _id } of stale) await forget(_id)
    return stale.length
  }

  /**
   * Chunks without a files document and without an intent, as a process leaves them that was stopped for longer than
   * an upload may take and then went on. The order of the reads matters: an upload that is kept meanwhile has its
   * intent at the second read or its files document at the third.
   */
  const sweepOrphans = async (): Promise<number> => {
    // Answered from the index alone: no chunk is read.
    const newest = await chunks
      .find({}, { sort: { files_id: -1, n: -1 }, limit: CHUNKS, projection: { _id: 0, files_id: 1 } })
      .toArray()
    const ids = [...new Map(newest.map(chunk => [chunk.files_id.toHexString(), chunk.files_id])).values()]
    const live = await uploads.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray()
    const kept = await files.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray()
    const owned = new Set([...live, ...kept].map(({ _id }) => _id.toHexString()))
    const orphans = ids.filter(id => !owned.has(id.toHexString()))
    if (orphans.length > 0) await chunks.deleteMany({ files_id: { $in: orphans } })
    return orphans.length
  }

  return async now => {
    // Twice the longest: after its last byte an upload may still wait for its turn at the store.
    const before = new Date(now.getTime() - 2 * longestUploadMs)
    return (await sweepIntents(before)) + (await sweepOrphans())
  }
}
