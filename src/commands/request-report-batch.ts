import { type Actor, mayNever, reachesUnit } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type ReportBatchId, WITHOUT_ESSAYS } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'
import { compileScope } from '../queries/compile-scope.ts'
import { getProvinceReports } from '../queries/province-reports.ts'
import { cutoffProblem, newReport, type Wanted } from './new-report.ts'

type Needed = Pick<
  Ports,
  'units' | 'campaigns' | 'reports' | 'random' | 'audit' | 'queue' | 'totals' | 'transact'
>

/** Writes all of them or none, unless the same were asked for before; the batch they are then found in. */
const insertOrFind =
  ({ reports, audit, transact }: Needed) =>
  async (actor: Actor, asked: readonly NewReport[], batch: ReportBatchId): Promise<Result<ReportBatchId>> => {
    const [first] = asked
    if (first === undefined) return refuse(problem('not-found'))
    return transact(async tx => {
      const key = first.idempotencyKey
      const underKey = key && (await reports.underKey(actor.id, key, tx))
      if (underKey && !asked.some(({ sameness }) => sameness === underKey.sameness))
        return refuse(problem('key-reused'))
      const earlier =
        underKey ||
        (await reports.underWay(
          asked.map(({ sameness }) => sameness),
          tx,
        ))
      if (earlier?.batch) return ok(earlier.batch)
      await reports.insertAll(asked, tx)
      const { campaign, cutoff, formats, requestedAt: at } = first
      await audit.write(
        {
          actor,
          action: 'report-batch.requested',
          target: `report-batch:${batch}`,
          path: first.path.slice(0, 1),
          at,
          details: { campaign, cutoff, formats, reports: asked.length },
        },
        tx,
      )
      return ok(batch)
    })
  }

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
    const found = await insertOrFind(ports)(actor, asked, batch)
    if (found.ok && found.value === batch)
      await ports.queue.enqueueAll(
        'compile-batched-report',
        asked.map(({ id }) => ({ report: id })),
      )
    return found
  }
