import type { Models } from './models/index.ts'

/** Creates the collections and indexes that are missing: a transaction cannot wait for them. Safe to run by several at once. */
export const prepare = async (models: Models): Promise<void> => {
  await Promise.all(
    Object.values(models).map(async model => {
      await model.createCollection()
      await model.createIndexes()
    }),
  )
}
