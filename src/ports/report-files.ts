import type { Readable } from 'node:stream'
import type { ReportEssay } from '../reports/essays.ts'
import type { ReportDocument } from '../reports/model.ts'
import type { ByteRange } from './essay-files.ts'

/** The bytes of compiled reports. */
export interface ReportFiles {
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

/** A file that goes into a ZIP as it is. */
export interface Enclosure {
  readonly entry: string
  readonly open: () => Readable
}

export interface EssayArchive {
  readonly document: ReportDocument
  readonly essays: readonly ReportEssay[]
  readonly enclosures: readonly Enclosure[]
  /** Told after each essay, how many of them are in. */
  readonly onProgress: (done: number) => void
}

/** The document → the bytes of each format, made as they are read. */
export interface ReportWriters {
  xlsx(document: ReportDocument): Readable
  zip(archive: EssayArchive): Readable
}
