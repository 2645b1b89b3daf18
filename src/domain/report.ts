import type { CampaignCode } from './campaign.ts'
import type { Problem } from './problems.ts'
import type { UnitCode } from './unit.ts'

export type ReportId = string

/** In the order in which they are offered and written: what a later one encloses is there by then. */
export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'zip'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

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

/** One compilation of one unit at one cut-off. */
export interface Report {
  readonly id: ReportId
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  /** Path of the unit, root first: scope. */
  readonly path: readonly UnitCode[]
  /** What happened later is not in it. */
  readonly cutoff: Date
  readonly formats: readonly ReportFormat[]
  readonly state: ReportState
  /** 0–1. */
  readonly progress: number
  /** Empty until it is done: half a report is never seen. */
  readonly files: readonly ReportFile[]
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  /** Why it failed. */
  readonly failure: Problem | null
}

export const isUnderWay = ({ state }: Pick<Report, 'state'>): boolean =>
  state === 'queued' || state === 'running'
