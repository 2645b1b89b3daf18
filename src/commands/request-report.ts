import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'
import { compileScope } from '../queries/compile-scope.ts'
import { cutoffProblem, newReport, type Wanted } from './new-report.ts'

export interface ReportRequest extends Wanted {
  readonly unit: UnitCode
}

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
    const early = cutoffProblem(request, now)
    if (early !== null) return refuse(early)
    return insertOrFind(ports)(actor, newReport(ports, request, unit, { by: actor.id, now }))
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
    const same = await reports.underWay([report.sameness])
    // It was finished, or its key used, between the two: the request is as good as new.
    return same === null ? insertOrFind({ reports, audit, queue })(actor, report) : ok(same)
  }
