import type { Readable } from 'node:stream'
import type { ReportEssay } from '../reports/essays.ts'
import type { ReportDocument, SignedDocument, Table } from '../reports/model.ts'
import type { VolumeEssay } from '../reports/volume.ts'
import type { StoredBytes } from './staged-files.ts'

/** The bytes of compiled reports. */
export type ReportFiles = StoredBytes

/** A file that goes into a ZIP as it is. */
export interface Enclosure {
  readonly entry: string
  readonly open: () => Readable
}

/** A file of which all is known before it is read. */
export interface StoredFile extends Enclosure {
  /** In bytes. */
  readonly size: number
  readonly mtime: Date
}

export interface EssayArchive {
  readonly document: ReportDocument
  readonly essays: readonly ReportEssay[]
  readonly enclosures: readonly Enclosure[]
  /** Essays received up to then are left out, and so it is written; null: none are. */
  readonly newerThan: Date | null
  /** Told after each essay, how many of them are in. */
  readonly onProgress: (done: number) => void
}

/** The essays of a unit in one PDF, or in several. */
export interface BoundVolume {
  readonly document: SignedDocument
  readonly essays: readonly VolumeEssay[]
  /** No part is larger, unless a single essay is; null: there is one part. */
  readonly partBytes: number | null
  /** Told after each essay, how many of them are in. */
  readonly onProgress: (done: number) => void
}

/** PDFs that are read one after the other, each to its end. */
export interface VolumeParts {
  /** There is no further part. There is always one, though it may hold no essay. */
  isDone(): boolean
  next(): Readable
}

/** The document → the bytes of each format, made as they are read. */
export interface ReportWriters {
  docx(document: SignedDocument): Readable
  pdf(document: SignedDocument): Readable
  xlsx(document: ReportDocument): Readable
  /** One table. */
  csv(table: Table): Readable
  zip(archive: EssayArchive): Readable
  volume(volume: BoundVolume): VolumeParts
  /** Files as they are in one ZIP, of a size that is known before its first byte. */
  bundle(files: readonly StoredFile[]): Promise<{ readonly size: number; readonly bytes: Readable }>
}
