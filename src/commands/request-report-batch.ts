import { type Actor, mayNever, reachesUnit } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type ReportBatchId, WITHOUT_ESSAYS } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'
import { compileScope } from '../queries/compile-scope.ts'
import { getProvinceReports } from '../queries/province-reports.ts'
import { insertOrFindReports } from './insert-or-find-reports.ts'
import { cutoffProblem, newReport, type Wanted } from './new-report.ts'

type Needed = Pick<
  Ports,
  'units' | 'campaigns' | 'reports' | 'random' | 'audit' | 'queue' | 'totals' | 'transact'
>

/**
 * Asks for a report of every unit directly under the Confederation that the actor may have compiled. They are written down
 * together, and each is compiled by itself: whatever is killed, those that are done stay done.
 */
export const requestReportBatch =
  (ports: Needed) =>
  async (actor: Actor, request: Omit<Wanted, 'archive'>, now: Date): Promise<Result<ReportBatchId>> => {
    const scope = await compileScope(ports)(actor)
    if (mayNever(scope)) return refuse(problem('forbidden'))
    const provinces = await getProvinceReports(ports)(actor, request.campaign)
    if (!provinces.ok) return provinces
    const early = cutoffProblem(request, now)
    if (early !== null) return refuse(early)

    const batch = ports.random.id()
    const formats = request.formats ?? WITHOUT_ESSAYS
    const asked = provinces.value.rows
      .filter(({ unit }) => reachesUnit(scope, unit.path))
      .map(({ unit }, index): NewReport => {
        // One of them holds the key for all.
        const idempotencyKey = index === 0 ? request.idempotencyKey : null
        const wanted = { ...request, formats, idempotencyKey }
        const report = newReport(ports, wanted, unit, { by: actor.id, now })
        // What an office asks for itself meanwhile is its own.
        return { ...report, batch, sameness: `batch ${report.sameness}` }
      })
    const [first, ...others] = asked
    if (first === undefined) return refuse(problem('not-found'))
    const found = await insertOrFindReports(ports)(actor, [first, ...others], {
      action: 'report-batch.requested',
      target: `report-batch:${batch}`,
      path: first.path.slice(0, 1),
      details: { reports: asked.length },
    })
    if (!found.ok) return found
    const { report, isNew } = found.value
    if (isNew)
      await ports.queue.enqueueAll(
        'compile-batched-report',
        asked.map(({ id }) => ({ report: id })),
      )
    return ok(report.batch ?? batch)
  }
