import type { Models } from './models/index.ts'

/** Creates the collections and indexes that are missing: a transaction cannot wait for them. Safe to run by several at once. */
export const prepare = async (models: Models): Promise<void> => {
  for (const model of Object.values(models)) {
    await model.createCollection()
    await model.createIndexes()
  }
}
