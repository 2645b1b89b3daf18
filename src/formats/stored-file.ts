import type { Readable } from 'node:stream'

export const MISSING = 'Không tìm thấy tệp trong kho lưu trữ.'
export const DAMAGED = 'Tệp trong kho đã hỏng: nội dung không còn đúng với biên nhận.'

/** How GridFS says that a file or a part of it is not there. Any other error is a server in trouble, and no file's fault. */
export const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'MongoGridFSChunkError' || ('code' in error && error.code === 'ENOENT'))

/** null: there is nothing to read. */
export const begun = async (source: Readable): Promise<AsyncIterable<Buffer> | null> => {
  const parts: AsyncIterator<Buffer> = source[Symbol.asyncIterator]()
  const first = await parts.next().catch((error: unknown) => {
    if (isLost(error)) return { done: true } as const
    throw error
  })
  if (first.done === true) return null
  return (async function* () {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => parts }
  })()
}
