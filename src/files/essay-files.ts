import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { type Db, GridFSBucket, ObjectId } from 'mongodb'
import { mapResult, ok, refuse } from '../domain/result.ts'
import type { EssayFiles } from '../ports/essay-files.ts'
import type { Gate } from '../ports/gate.ts'
import { BUCKET, CHUNK_BYTES, collectionsOn, inTx } from './collections.ts'
import { inventoryOn } from './inventory.ts'
import { fileTooLarge, receiveFiles } from './receive.ts'
import { sweepOn } from './sweep.ts'

/** Essay bytes in GridFS. What waits for the store waits at the gate. */
export const essayFiles = (db: Db, gate: Gate, longestUploadMs: number): EssayFiles => {
  const collections = collectionsOn(db)
  const { files, chunks, uploads } = collections
  const bucket = new GridFSBucket(db, { bucketName: BUCKET })

  /**
   * Marked first: a transaction that would keep this file conflicts with the mark or misses its intent, so that never
   * a kept file loses its bytes. The intent goes last: what a crash leaves is still known by it.
   */
  const forget = async (id: ObjectId): Promise<void> => {
    const { matchedCount } = await uploads.updateOne({ _id: id }, { $set: { swept: true } })
    if (matchedCount === 0) return
    await chunks.deleteMany({ files_id: id })
    await uploads.deleteOne({ _id: id })
  }

  const receive = receiveFiles(collections, gate, forget)

  return {
    async receive(incoming, rules) {
      const received = await receive([incoming], incoming.at, rules)
      return mapResult(received, ({ pages: _pages, ...file }) => file)
    },
    receivePages: receive,

    receiveText(name, text, rules) {
      const bytes = Buffer.from(text)
      const limit = Math.min(rules.maxBytes, CHUNK_BYTES)
      if (bytes.length > limit) return refuse(fileTooLarge(limit))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return ok({ id: new ObjectId().toHexString(), name, type: 'txt', size: bytes.length, sha256, bytes })
    },

    async keep({ id, name, type, size, sha256, bytes }, tx) {
      const fileId = new ObjectId(id)
      if (bytes !== null) {
        await chunks.insertOne({ files_id: fileId, n: 0, data: bytes }, inTx(tx))
      } else {
        // After a failover, chunks that the old primary acknowledged may be gone; and the sweeper may have been here.
        const expected = Math.ceil(size / CHUNK_BYTES)
        const found = await chunks.countDocuments({ files_id: fileId }, inTx(tx))
        const { deletedCount } = await uploads.deleteOne({ _id: fileId, swept: { $exists: false } }, inTx(tx))
        if (found !== expected || deletedCount !== 1)
          throw new Error(`file ${id} is no longer whole: ${found} of ${expected} chunks`)
      }
      await files.insertOne(
        {
          _id: fileId,
          length: size,
          chunkSize: CHUNK_BYTES,
          uploadDate: fileId.getTimestamp(),
          filename: name,
          metadata: { sha256, type },
        },
        inTx(tx),
      )
    },

    async discard({ id, bytes }) {
      if (bytes === null) await forget(new ObjectId(id))
    },

    open(id, range) {
      return bucket.openDownloadStream(
        new ObjectId(id),
        range === undefined ? {} : { start: range.start, end: range.end + 1 },
      )
    },

    inventory: inventoryOn(collections),

    async hash(id) {
      const hash = createHash('sha256')
      await pipeline(bucket.openDownloadStream(new ObjectId(id)), hash)
      return hash.digest('hex')
    },

    sweep: sweepOn(collections, forget, longestUploadMs),
  }
}
