import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import type { Db } from 'mongodb'

/**
 * Databases that a world left behind, empty: to make forty collections with their indexes takes longer than most
 * stories, and MongoDB holds the files of those that were dropped open for a while.
 */
const spare: string[] = []

/** More than this is quicker dropped than emptied. */
const MOST_DOCUMENTS = 5000

export const takeDatabase = (): string => spare.pop() ?? `t-${randomUUID().slice(0, 8)}`

const forgetKeys = async ({
  url,
  prefix,
}: {
  readonly url: string
  readonly prefix: string
}): Promise<void> => {
  const redis = new Redis(url)
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 }))
    if (keys.length > 0) await redis.unlink(...keys)
  redis.disconnect()
}

/** Nobody works with it any more: empties it for the next world. */
export const leaveDatabase = async (
  db: Db,
  redis: { readonly url: string; readonly prefix: string },
): Promise<void> => {
  await forgetKeys(redis)
  const collections = (await db.collections()).filter(
    ({ collectionName }) => !collectionName.startsWith('system.'),
  )
  const counts = await Promise.all(collections.map(async collection => collection.estimatedDocumentCount()))
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_DOCUMENTS) {
    await db.dropDatabase()
    return
  }
  await Promise.all(
    collections
      .filter((_, i) => (counts[i] ?? 0) > 0)
      .map(async collection => collection.deleteMany({}, { writeConcern: { w: 1 } })),
  )
  spare.push(db.databaseName)
}
