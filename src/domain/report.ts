import { USUAL_NAMES } from './archive-naming.ts'
import type { CampaignCode } from './campaign.ts'
import type { Problem } from './problems.ts'
import type { Totals } from './progress.ts'
import { FORMATS_WITHOUT_ESSAYS, REPORT_FORMATS, type ReportFormat } from './report-format.ts'
import type { ReportOccasion } from './report-moment.ts'
import type { Unit, UnitCode } from './unit.ts'
import { isNation } from './unit-group.ts'

export type ReportId = string
/** See domain/report-batch.ts. */
export type ReportBatchId = string

/** The essays bound in one PDF take long and are many pages: only for those who want them. */
const USUAL: readonly ReportFormat[] = REPORT_FORMATS.filter(format => format !== 'volume')

export const usualFormats = (unit: Pick<Unit, 'kind'>): readonly ReportFormat[] =>
  isNation(unit) ? FORMATS_WITHOUT_ESSAYS : USUAL

export const REPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export interface ReportFile {
  readonly format: ReportFormat
  /** From 1: some formats come in several files. */
  readonly part: number
  /** As it is offered for download, NFC. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  readonly fileId: string
}

/** Which essays a report's ZIP holds, and how. The bound volume holds all of them, split as the ZIP is. */
export interface ArchiveChoice {
  /** Only what was received after it; null: all. */
  readonly newerThan: Date | null
  /** See domain/archive-naming.ts. */
  readonly names: string
  /** The ZIP is split where it would grow beyond so many bytes of essays, the volume where its PDF would; null: they are not. */
  readonly splitBytes: number | null
}

export const WHOLE_ARCHIVE: ArchiveChoice = { newerThan: null, names: USUAL_NAMES, splitBytes: null }

/** What a finished report remembers of its numbers. */
export interface ReportDigest {
  readonly totals: Totals
  /** SHA-256 over all its people as they stood at the cut-off, lower-case hex: the same numbers have the same one. */
  readonly rowsSha256: string
}

/** One compilation of one unit at one cut-off. */
export interface Report {
  readonly id: ReportId
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  /** Path of the unit, root first: scope. */
  readonly path: readonly UnitCode[]
  /** That it was asked for with; null: it was asked for alone. */
  readonly batch: ReportBatchId | null
  /** Of the schedule it was compiled by; null: somebody asked. */
  readonly occasion: ReportOccasion | null
  /** What happened later is not in it. */
  readonly cutoff: Date
  readonly formats: readonly ReportFormat[]
  readonly archive: ArchiveChoice
  readonly state: ReportState
  /** 0–1. */
  readonly progress: number
  /** Empty until it is done: half a report is never seen. */
  readonly files: readonly ReportFile[]
  /** null until it is done. */
  readonly digest: ReportDigest | null
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  /** Why it failed. */
  readonly failure: Problem | null
}

export const isUnderWay = ({ state }: Pick<Report, 'state'>): boolean =>
  state === 'queued' || state === 'running'
