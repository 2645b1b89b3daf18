import type { Readable } from 'node:stream'
import type { FileRules } from '../domain/campaign.ts'
import type { EssayFile } from '../domain/essay.ts'
import type { Result } from '../domain/result.ts'
import type { Tx } from './platform.ts'

/** A file that has arrived whole and is what it says it is, but belongs to no version yet. */
export interface ReceivedFile extends EssayFile {
  /** A small one waits in memory for its transaction; null: its chunks lie in the store already. */
  readonly bytes: Buffer | null
}

export interface IncomingFile {
  /** As the sender named it, NFC. */
  readonly name: string
  readonly bytes: AsyncIterable<Buffer>
  /** The file is not longer than this, where its sender told the length of his request. */
  readonly announced: number | null
  /** When the request arrived. */
  readonly at: Date
}

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** What lies in the store under one file's id. */
export interface StoredFile {
  readonly id: EssayFile['id']
  /** As its files document says; null when there is none. */
  readonly length: number | null
  readonly sha256: string | null
  readonly expectedChunks: number
  /** Found, as is `bytes`. */
  readonly chunks: number
  readonly bytes: number
  /** An upload is at it, or was until it broke off and waits for the sweeper. */
  readonly isUnderWay: boolean
}

/** The bytes of essays. Nothing is kept of a file that was refused, or whose sender went away. */
export interface EssayFiles {
  /** Reads to the end, or stops at the first reason to refuse. A stream that breaks is `upload-interrupted`. */
  receive(incoming: IncomingFile, rules: FileRules): Promise<Result<ReceivedFile>>
  /**
   * The files of one hand-in, one after the other: one of any kind, or photos, which become one file with its `pages`
   * in the order in which they came. Sizes are limited as if they were one.
   */
  receivePages(
    incoming: AsyncIterable<Omit<IncomingFile, 'at'>>,
    at: Date,
    rules: FileRules,
  ): Promise<Result<ReceivedFile>>
  /** Takes a text that somebody typed; only its length can be wrong. */
  receiveText(name: string, text: string, rules: FileRules): Result<ReceivedFile>
  /** Makes it permanent with the version that names it. Throws when not every byte of it is there any more. */
  keep(file: ReceivedFile, tx: Tx): Promise<void>
  /** Forgets one that will not be kept. */
  discard(file: ReceivedFile): Promise<void>
  open(id: EssayFile['id'], range?: ByteRange): Readable
  /** Everything that is stored, measured, not read. */
  inventory(): AsyncIterable<StoredFile>
  /** SHA-256 of the stored bytes, read again. */
  hash(id: EssayFile['id']): Promise<string>
  /** Removes what uploads left behind that can no longer be alive, a bounded number of them; answers how many. */
  sweep(now: Date): Promise<number>
}
