import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Db, GridFSBucket, ObjectId } from 'mongodb'
import type { StoredBytes } from '../ports/staged-files.ts'

const CHUNK_BYTES = 1024 * 1024

/** Files in a GridFS bucket of their own. */
export const bucketFiles = (db: Db, bucketName: string): StoredBytes => {
  const bucket = new GridFSBucket(db, { bucketName, chunkSizeBytes: CHUNK_BYTES })

  return {
    async write(id, name, bytes, signal) {
      const hash = createHash('sha256')
      let size = 0
      const measure = new Transform({
        transform(part: Buffer, _encoding, done) {
          hash.update(part)
          size += part.length
          done(null, part)
        },
      })
      const upload = bucket.openUploadStreamWithId(new ObjectId(id), name)
      try {
        await pipeline(bytes, measure, upload, { signal })
      } catch (error) {
        // Destroying the stream leaves its chunks behind: only this takes them away.
        await upload.abort().catch(() => null)
        throw error
      }
      return { size, sha256: hash.digest('hex') }
    },
    open(id, range) {
      return bucket.openDownloadStream(new ObjectId(id), range && { start: range.start, end: range.end + 1 })
    },
    async remove(id) {
      const file = new ObjectId(id)
      await db.collection(`${bucketName}.chunks`).deleteMany({ files_id: file })
      await db.collection(`${bucketName}.files`).deleteOne({ _id: file })
    },
  }
}
