import { createHash } from 'node:crypto'
import { ObjectId } from 'mongodb'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { EssayFiles, ReceivedFile } from '../ports/essay-files.ts'
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

export const receiveFile =
  (
    collections: FileCollections,
    gate: Gate,
    forget: (id: ObjectId) => Promise<void>,
  ): EssayFiles['receive'] =>
  async ({ name, bytes, at, announced }, rules) => {
    const type = checkName(name, rules)
    if (typeof type !== 'string') return refuse(type)
    if (announced !== null && announced > rules.maxBytes + AROUND_BYTES)
      return refuse(fileTooLarge(rules.maxBytes))
    const id = new ObjectId()
    const writer = chunkWriter(collections, gate, id, at)

    const read = async (): Promise<Result<ReceivedFile>> => {
      const inspection = inspector(name, type)
      const blocks = regroup(CHUNK_BYTES)
      const hash = createHash('sha256')
      let size = 0

      for await (const piece of piecesOf(bytes)) {
        if (piece === null) return refuse(problem('upload-interrupted'))
        size += piece.length
        if (size > rules.maxBytes) return refuse(fileTooLarge(rules.maxBytes))
        hash.update(piece)
        const wrong = await inspection.piece(piece)
        if (wrong !== null) return refuse(wrong)
        for (const block of blocks.push(piece)) {
          inspection.block(block)
          const written = await writer.write(block)
          if (!written.ok) return written
        }
      }

      const rest = blocks.rest()
      inspection.block(rest)
      const wrong = await inspection.end()
      if (wrong !== null) return refuse(wrong)
      const file = { id: id.toHexString(), name, type, size, sha256: hash.digest('hex') }
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
