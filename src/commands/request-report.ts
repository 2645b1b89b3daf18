import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { compileScope } from '../queries/compile-scope.ts'
import { insertOrFindReports } from './insert-or-find-reports.ts'
import { cutoffProblem, newReport, type Wanted } from './new-report.ts'

export interface ReportRequest extends Wanted {
  readonly unit: UnitCode
}

/** Asks for a report; the same request made again, by key or while it is under way, is answered with the same one. */
export const requestReport =
  (ports: Pick<Ports, 'units' | 'campaigns' | 'reports' | 'random' | 'audit' | 'queue' | 'transact'>) =>
  async (actor: Actor, request: ReportRequest, now: Date): Promise<Result<Report>> => {
    const { campaigns, units, queue } = ports
    const [campaign, unit] = await Promise.all([
      campaigns.find(request.campaign),
      units.find(await compileScope(ports)(actor), request.unit),
    ])
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const early = cutoffProblem(request, now)
    if (early !== null) return refuse(early)
    const asked = newReport(ports, request, unit, { by: actor.id, now })
    const found = await insertOrFindReports(ports)(actor, [asked], {
      action: 'report.requested',
      target: `report:${asked.id}`,
      path: asked.path,
    })
    if (!found.ok) return found
    const { report, isNew } = found.value
    if (isNew) await queue.enqueue('compile-report', { report: report.id })
    return ok(report)
  }
