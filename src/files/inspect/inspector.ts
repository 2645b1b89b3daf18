import type { FileType } from '../../domain/campaign.ts'
import { type Problem, problem } from '../../domain/problems.ts'
import { checkHead, checkWhole, TAIL_BYTES } from './checks.ts'
import { HEAD_BYTES } from './kind.ts'
import { hasWordStream } from './word-stream.ts'

/** Watches one file go by, keeping no more of it than its two ends, and says what is wrong with it. */
export const inspector = (name: string, type: FileType) => {
  const nothing: Buffer = Buffer.alloc(0)
  let head = nothing
  let tail = nothing
  let size = 0
  let isHeadChecked = false
  let isWord = false

  return {
    /** Every piece as it comes. The first bytes decide as soon as they are there: nobody sends 20 MB of the wrong kind. */
    async piece(piece: Buffer): Promise<Problem | null> {
      size += piece.length
      if (isHeadChecked) return null
      head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)])
      if (head.length < HEAD_BYTES) return null
      isHeadChecked = true
      return checkHead(name, type, head)
    },
    /** Every block in its order, each beginning at a multiple of the block's length. */
    block(block: Buffer): void {
      isWord ||= type === 'doc' && hasWordStream(block)
      const isEnough = tail.length === 0 || block.length >= TAIL_BYTES
      tail = (isEnough ? block : Buffer.concat([tail, block])).subarray(-TAIL_BYTES)
    },
    async end(): Promise<Problem | null> {
      if (size === 0) return problem('file-empty')
      const wrong = isHeadChecked ? null : await checkHead(name, type, head)
      return wrong ?? checkWhole({ name, size, head, tail, hasWordStream: isWord }, type)
    },
  }
}
