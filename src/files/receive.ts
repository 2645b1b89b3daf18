import { createHash } from 'node:crypto'
import { ObjectId } from 'mongodb'
import type { FileRules, FileType } from '../domain/campaign.ts'
import type { EssayPage } from '../domain/essay.ts'
import { isPhoto } from '../domain/photos.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { IncomingFile, ReceivedFile } from '../ports/essay-files.ts'
import type { Gate } from '../ports/gate.ts'
import { regroup } from './blocks.ts'
import { CHUNK_BYTES, type FileCollections } from './collections.ts'
import { checkName } from './inspect/checks.ts'
import { inspector } from './inspect/inspector.ts'

/** Chunks on their way into the store, one turn at the gate for each: a slow sender holds no place while he sends. */
const chunkWriter = ({ chunks, uploads }: FileCollections, gate: Gate, id: ObjectId, startedAt: Date) => {
  let written = 0
  return {
    hasBegun: () => written > 0,
    write: async (data: Buffer): Promise<Result<null>> =>
      gate.through(async () => {
        const n = written
        written += 1
        if (n === 0) await uploads.insertOne({ _id: id, startedAt })
        await chunks.insertOne({ files_id: id, n, data })
        return ok(null)
      }),
  }
}

/** The pieces of a stream; a last `null` when it broke off. What the consumer throws stays the consumer's. */
async function* piecesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  try {
    yield* stream
  } catch {
    yield null
  }
}

/** So much of a request may be other than its file. */
const AROUND_BYTES = 64 * 1024

export const fileTooLarge = (maxBytes: number): Problem =>
  problem('file-too-large', {
    limit: `${(maxBytes / 1024 / 1024).toLocaleString('vi', { maximumFractionDigits: 1 })} MB`,
  })

interface Part extends Omit<EssayPage, 'type' | 'turn'> {
  readonly type: FileType
}

type IncomingPart = Omit<IncomingFile, 'at'>
type Incoming = AsyncIterable<IncomingPart> | Iterable<IncomingPart>

/** Reads the files of one hand-in, which are photos where they are several, as one. */
export const receiveFiles =
  (collections: FileCollections, gate: Gate, forget: (id: ObjectId) => Promise<void>) =>
  async (incoming: Incoming, at: Date, rules: FileRules): Promise<Result<ReceivedFile>> => {
    const id = new ObjectId()
    const writer = chunkWriter(collections, gate, id, at)
    const blocks = regroup(CHUNK_BYTES)
    const hash = createHash('sha256')
    const parts: Part[] = []
    let size = 0

    const readPart = async ({ name, bytes, announced }: IncomingPart): Promise<Problem | null> => {
      const type = checkName(name, rules)
      if (typeof type !== 'string') return type
      const [first] = parts
      if (first !== undefined && !(isPhoto(first.type) && isPhoto(type))) return problem('more-than-one-file')
      if (announced !== null && announced > rules.maxBytes + AROUND_BYTES) return fileTooLarge(rules.maxBytes)
      const inspection = inspector(name, type)
      const ownHash = isPhoto(type) ? createHash('sha256') : hash
      const start = size

      for await (const piece of piecesOf(bytes)) {
        if (piece === null) return problem('upload-interrupted')
        size += piece.length
        if (size > rules.maxBytes) return fileTooLarge(rules.maxBytes)
        hash.update(piece)
        if (ownHash !== hash) ownHash.update(piece)
        const wrong = await inspection.piece(piece)
        if (wrong !== null) return wrong
        for (const block of blocks.push(piece)) {
          inspection.block(block)
          const written = await writer.write(block)
          if (!written.ok) return written.problems[0]
        }
      }
      inspection.block(blocks.rest())
      const wrong = await inspection.end()
      if (wrong !== null) return wrong
      const sha256 = ownHash === hash ? '' : ownHash.digest('hex')
      parts.push({ name, type, start, size: size - start, sha256 })
      return null
    }

    const read = async (): Promise<Result<ReceivedFile>> => {
      for await (const file of incoming) {
        const wrong = await readPart(file)
        if (wrong !== null) return refuse(wrong)
      }
      const [first] = parts
      if (first === undefined) return refuse(problem('file-missing'))
      const pages = parts.flatMap(({ type, ...part }) =>
        isPhoto(type) ? [{ ...part, type, turn: 0 as const }] : [],
      )
      const file = {
        id: id.toHexString(),
        name: first.name,
        type: first.type,
        size,
        sha256: hash.digest('hex'),
        ...(pages.length === 0 ? {} : { pages }),
      }
      const rest = blocks.rest()
      if (!writer.hasBegun()) return ok({ ...file, bytes: rest })
      const written = await writer.write(rest)
      return written.ok ? ok({ ...file, bytes: null }) : written
    }

    let isReceived = false
    try {
      const result = await read()
      isReceived = result.ok
      return result
    } finally {
      if (!isReceived && writer.hasBegun()) await forget(id)
    }
  }
