import type { CampaignCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import {
  type ArchiveChoice,
  REPORT_FORMATS,
  type Report,
  type ReportFormat,
  usualFormats,
  WHOLE_ARCHIVE,
} from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'
import { compileScope } from '../queries/compile-scope.ts'

export interface ReportRequest {
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  /** null: now. */
  readonly cutoff: Date | null
  /** null: the usual ones of the unit. */
  readonly formats: readonly ReportFormat[] | null
  /** Not given: all essays in one ZIP. */
  readonly archive?: ArchiveChoice
  readonly idempotencyKey: string | null
}

/** Reports "as of now" are the same one for as long as one is under way. */
const samenessOf = (
  { campaign, unit, cutoff }: ReportRequest,
  { formats, archive }: Pick<Report, 'formats' | 'archive'>,
): string =>
  [
    ...[campaign, unit, cutoff?.toISOString() ?? 'now', ...formats],
    ...(formats.includes('zip') ? [JSON.stringify(archive)] : []),
  ].join(' ')

/** Asks for a report; the same request made again, by key or while it is under way, is answered with the same one. */
export const requestReport =
  (ports: Pick<Ports, 'units' | 'campaigns' | 'reports' | 'random' | 'audit' | 'queue'>) =>
  async (actor: Actor, request: ReportRequest, now: Date): Promise<Result<Report>> => {
    const { campaigns, units } = ports
    const [campaign, unit] = await Promise.all([
      campaigns.find(request.campaign),
      units.find(await compileScope(ports)(actor), request.unit),
    ])
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    if (request.cutoff !== null && request.cutoff > now)
      return refuse(problem('input-not-valid', { reason: 'thời điểm chốt số liệu chưa đến' }, 'body/cutoff'))

    const archive = request.archive ?? WHOLE_ARCHIVE
    const wanted = request.formats ?? usualFormats(unit)
    const formats = REPORT_FORMATS.filter(format => wanted.includes(format))
    const report: NewReport = {
      id: ports.random.id(),
      campaign: campaign.code,
      unit: unit.code,
      path: unit.path,
      cutoff: request.cutoff ?? now,
      formats,
      archive,
      state: 'queued',
      progress: 0,
      files: [],
      digest: null,
      requestedBy: actor.id,
      requestedAt: now,
      finishedAt: null,
      failure: null,
      sameness: samenessOf(request, { formats, archive }),
      idempotencyKey: request.idempotencyKey,
    }
    return insertOrFind(ports)(actor, report)
  }

const insertOrFind =
  ({ reports, audit, queue }: Pick<Ports, 'reports' | 'audit' | 'queue'>) =>
  async (actor: Actor, report: NewReport): Promise<Result<Report>> => {
    const earlier = report.idempotencyKey && (await reports.underKey(actor.id, report.idempotencyKey))
    if (earlier) return earlier.sameness === report.sameness ? ok(earlier) : refuse(problem('key-reused'))
    if (await reports.insert(report)) {
      await audit.write({
        actor,
        action: 'report.requested',
        target: `report:${report.id}`,
        path: report.path,
        at: report.requestedAt,
        details: { campaign: report.campaign, cutoff: report.cutoff, formats: report.formats },
      })
      await queue.enqueue('compile-report', { report: report.id })
      return ok(report)
    }
    const same = await reports.underWay(report.sameness)
    // It was finished, or its key used, between the two: the request is as good as new.
    return same === null ? insertOrFind({ reports, audit, queue })(actor, report) : ok(same)
  }
