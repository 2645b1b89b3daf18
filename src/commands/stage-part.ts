import { Readable } from 'node:stream'
import type { StagedPart } from '../domain/gathering.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Ends the writing of a file from within its stream. */
const TOO_LARGE = new Error('the file is larger than allowed')
/** It ended before its end. */
const BROKEN = new Error('the source of a file broke off')

/** Reads it to its end all the same: another file may follow in the same request. */
async function* upTo(bytes: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let size = 0
  const pieces = bytes[Symbol.asyncIterator]()
  for (;;) {
    const next = await pieces.next().catch(() => null)
    if (next === null) throw BROKEN
    if (next.done === true) break
    size += next.value.length
    if (size <= limit) yield next.value
  }
  if (size > limit) throw TOO_LARGE
}

/** Puts a file into the staging area, or leaves nothing of it. */
export const stagePart =
  ({ stagedFiles, random }: Pick<Ports, 'stagedFiles' | 'random'>) =>
  async (
    { name, bytes }: { readonly name: string; readonly bytes: AsyncIterable<Buffer> },
    limit: number,
    tooLarge: Problem,
    until: Date,
  ): Promise<Result<StagedPart>> => {
    const fileId = random.id()
    try {
      const written = await stagedFiles.write(fileId, name, Readable.from(upTo(bytes, limit)), until)
      if (written.size > 0) return ok({ fileId, name, ...written })
      await stagedFiles.remove(fileId)
      return refuse(problem('file-empty'))
    } catch (error) {
      if (error === TOO_LARGE) return refuse(tooLarge)
      if (error === BROKEN) return refuse(problem('upload-interrupted'))
      throw error
    }
  }
