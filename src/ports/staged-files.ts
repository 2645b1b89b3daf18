import type { Readable } from 'node:stream'
import type { ByteRange } from './essay-files.ts'

/** Bytes under an id. */
export interface StoredBytes {
  /** Writes to the end; when the signal or the source stops it, nothing stays. The hash is in lower-case hex. */
  write(
    id: string,
    name: string,
    bytes: Readable,
    signal: AbortSignal,
  ): Promise<{ readonly size: number; readonly sha256: string }>
  open(id: string, range?: ByteRange): Readable
  /** Also what there is of one that was never finished. */
  remove(id: string): Promise<void>
}

/** What waits for somebody's decision. Whatever becomes of the one who put it there, it goes when its time is over. */
export interface StagedFiles extends Pick<StoredBytes, 'open' | 'remove'> {
  /** What the source throws is thrown, and nothing stays. */
  write(
    id: string,
    name: string,
    bytes: Readable,
    until: Date,
  ): Promise<{ readonly size: number; readonly sha256: string }>
  /** Removes those whose time is over, a bounded number of them; answers how many. */
  sweep(now: Date): Promise<number>
}
