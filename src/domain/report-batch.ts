import type { CampaignCode } from './campaign.ts'
import { isUnderWay, REPORT_STATES, type Report, type ReportBatchId, type ReportState } from './report.ts'
import type { ReportFormat } from './report-format.ts'
import type { ReportOccasion } from './report-moment.ts'

/** Reports asked for at once with one cut-off, one of each unit. It is nothing but its reports: each goes its own way. */
export interface ReportBatch {
  readonly id: ReportBatchId
  readonly campaign: CampaignCode
  /** As of each of its reports. */
  readonly occasion: ReportOccasion | null
  readonly cutoff: Date
  readonly formats: readonly ReportFormat[]
  readonly requestedBy: string
  readonly requestedAt: Date
  /** How many of its reports are in each state. */
  readonly states: Readonly<Record<ReportState, number>>
  /** 0–1; what failed or was cancelled is over too. */
  readonly progress: number
  /** null while one is under way. */
  readonly finishedAt: Date | null
}

const progressOf = (report: Report): number => (isUnderWay(report) ? report.progress : 1)

const finishedAtOf = (reports: readonly Report[]): Date | null => {
  const ends = reports.map(({ finishedAt }) => finishedAt?.getTime())
  const known = ends.filter(end => end !== undefined)
  return known.length < ends.length ? null : new Date(Math.max(...known))
}

/** null where there are no reports. */
export const batchOf = (id: ReportBatchId, reports: readonly Report[]): ReportBatch | null => {
  const [first] = reports
  if (first === undefined) return null
  const { campaign, occasion, cutoff, formats, requestedBy, requestedAt } = first
  const inState = (state: ReportState) => reports.filter(report => report.state === state).length
  return {
    id,
    campaign,
    occasion,
    cutoff,
    formats,
    requestedBy,
    requestedAt,
    states: Object.fromEntries(REPORT_STATES.map(state => [state, inState(state)])) as Record<
      ReportState,
      number
    >,
    progress: reports.reduce((sum, report) => sum + progressOf(report), 0) / reports.length,
    finishedAt: finishedAtOf(reports),
  }
}
