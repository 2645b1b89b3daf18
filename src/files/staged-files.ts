import { type Db, ObjectId } from 'mongodb'
import type { StagedFiles } from '../ports/staged-files.ts'
import { bucketFiles } from './bucket-files.ts'

/** So many at one go; the next go takes the rest. */
const AT_ONCE = 500

/** Says until when the chunks of a file may lie there, from before the first of them is written. */
interface StagedDoc {
  readonly _id: ObjectId
  readonly until: Date
}

export const stagedFiles = (db: Db): StagedFiles => {
  const files = bucketFiles(db, 'staged')
  const staged = db.collection<StagedDoc>('staged')

  /** The note goes last: what a crash leaves is still known by it. */
  const remove = async (id: string): Promise<void> => {
    await files.remove(id)
    await staged.deleteOne({ _id: new ObjectId(id) })
  }

  return {
    async write(id, name, bytes, until) {
      await staged.insertOne({ _id: new ObjectId(id), until })
      try {
        return await files.write(id, name, bytes, new AbortController().signal)
      } catch (error) {
        await remove(id)
        throw error
      }
    },
    open: (id, range) => files.open(id, range),
    remove,
    async sweep(now) {
      const over = await staged.find({ until: { $lt: now } }, { limit: AT_ONCE }).toArray()
      for (const { _id } of over) await remove(_id.toHexString())
      return over.length
    },
  }
}
