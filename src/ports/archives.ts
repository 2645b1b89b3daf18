import type { Readable } from 'node:stream'
import type { Problem } from '../domain/problems.ts'
import type { Result } from '../domain/result.ts'

/** Bytes that can be read from anywhere. */
export interface ArchiveSource {
  readonly size: number
  /** First and last byte, both included. */
  readonly open: (range: { readonly start: number; readonly end: number }) => Readable
}

export interface ArchivedFile {
  /** With its folders, NFC, separated by `/`; only a label: never a place on a disk. */
  readonly path: string
  /** In bytes, as the archive claims; a stream that brings more breaks. */
  readonly size: number
  /** Why it cannot be read, known beforehand. */
  readonly problem: Problem | null
  /** To be read once; nothing is opened before. */
  readonly bytes: AsyncIterable<Buffer>
}

export interface ArchiveReader {
  /**
   * The files of a ZIP, without what systems put there for themselves. Refuses what is damaged
   * (`archive-not-readable`), and what claims to hold more files (`too-many-files`) or bytes (`files-too-large`) than
   * the limits, or to inflate beyond belief (`file-inflates-too-much`). Nothing is inflated yet.
   */
  list(
    source: ArchiveSource,
    limits: { readonly files: number; readonly bytes: number },
  ): Promise<Result<readonly ArchivedFile[]>>
}
