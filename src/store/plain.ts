import { MongoServerError } from 'mongodb'

/** How a plain object with an `id` or a code lies in MongoDB. */
export type Stored<T> = Omit<T, 'id'> & { _id: string }

/** A lean document → the plain object of the domain. */
export const withId = <T extends { _id: string }>({ _id, ...rest }: T): Omit<T, '_id'> & { id: string } => ({
  ...rest,
  id: _id,
})

export const withCode = <T extends { _id: string }>({
  _id,
  ...rest
}: T): Omit<T, '_id'> & { code: string } => ({
  ...rest,
  code: _id,
})

/** MongoDB's "duplicate key", which is how a unique index says that somebody else was first; of an index over `field`, if given. */
export const isDuplicateKey = (error: unknown, field?: string): boolean =>
  error instanceof MongoServerError &&
  error.code === 11000 &&
  (field === undefined || field in (error['keyPattern'] ?? {}))
