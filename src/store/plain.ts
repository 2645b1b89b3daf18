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

/** MongoDB's "duplicate key", which is how a unique index says that somebody else was first. */
export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000
