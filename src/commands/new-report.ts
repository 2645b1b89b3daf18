import type { CampaignCode } from '../domain/campaign.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { type ArchiveChoice, type Report, usualFormats, WHOLE_ARCHIVE } from '../domain/report.ts'
import { REPORT_FORMATS, type ReportFormat } from '../domain/report-format.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'

/** What is asked of a report, whosesoever it is. */
export interface Wanted {
  readonly campaign: CampaignCode
  /** null: now. */
  readonly cutoff: Date | null
  /** null: the usual ones of the unit. */
  readonly formats: readonly ReportFormat[] | null
  /** Not given: all essays in one ZIP. */
  readonly archive?: ArchiveChoice
  readonly idempotencyKey: string | null
}

/** null: the moment has come. */
export const cutoffProblem = ({ cutoff }: Pick<Wanted, 'cutoff'>, now: Date): Problem | null =>
  cutoff !== null && cutoff > now
    ? problem('input-not-valid', { reason: 'thời điểm chốt số liệu chưa đến' }, 'body/cutoff')
    : null

/** Reports "as of now" are the same one for as long as one is under way. */
const samenessOf = (
  { campaign, cutoff }: Wanted,
  { code }: Unit,
  { formats, archive }: Pick<Report, 'formats' | 'archive'>,
): string =>
  [
    ...[campaign, code, cutoff?.toISOString() ?? 'now', ...formats],
    ...(formats.includes('zip') || formats.includes('volume') ? [JSON.stringify(archive)] : []),
  ].join(' ')

/** A report as it is asked for. */
export const newReport = (
  { random }: Pick<Ports, 'random'>,
  wanted: Wanted,
  unit: Unit,
  { by, now }: { readonly by: string; readonly now: Date },
): NewReport => {
  const archive = wanted.archive ?? WHOLE_ARCHIVE
  const asked = wanted.formats ?? usualFormats(unit)
  const formats = REPORT_FORMATS.filter(format => asked.includes(format))
  return {
    id: random.id(),
    campaign: wanted.campaign,
    unit: unit.code,
    path: unit.path,
    batch: null,
    occasion: null,
    cutoff: wanted.cutoff ?? now,
    formats,
    archive,
    state: 'queued',
    progress: 0,
    files: [],
    digest: null,
    requestedBy: by,
    requestedAt: now,
    finishedAt: null,
    failure: null,
    sameness: samenessOf(wanted, unit, { formats, archive }),
    idempotencyKey: wanted.idempotencyKey,
  }
}
