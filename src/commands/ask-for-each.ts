import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { ReportBatchId } from '../domain/report.ts'
import { FORMATS_WITHOUT_ESSAYS } from '../domain/report-format.ts'
import type { ReportOccasion } from '../domain/report-moment.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'
import { insertOrFindReports } from './insert-or-find-reports.ts'
import { newReport, type Wanted } from './new-report.ts'

interface WantedOfEach extends Omit<Wanted, 'archive'> {
  /** null: somebody asks. */
  readonly occasion: ReportOccasion | null
}

/** Asks for a report of each of the units, which are one batch from then on; or finds the batch that was asked for before. */
export const askForEach =
  (ports: Pick<Ports, 'reports' | 'random' | 'audit' | 'queue' | 'transact'>) =>
  async (
    actor: Actor,
    units: readonly Unit[],
    { occasion, ...request }: WantedOfEach,
    now: Date,
  ): Promise<Result<ReportBatchId>> => {
    const batch = ports.random.id()
    const formats = request.formats ?? FORMATS_WITHOUT_ESSAYS
    const asked = units.map((unit, index): NewReport => {
      // One of them holds the key for all.
      const idempotencyKey = index === 0 ? request.idempotencyKey : null
      const wanted = { ...request, formats, idempotencyKey }
      const report = newReport(ports, wanted, unit, { by: actor.id, now })
      // What an office asks for itself meanwhile is its own.
      const sameness = `${occasion === null ? 'batch' : 'scheduled'} ${report.sameness}`
      return { ...report, batch, occasion, sameness }
    })
    const [first, ...others] = asked
    if (first === undefined) return refuse(problem('not-found'))
    const found = await insertOrFindReports(ports)(actor, [first, ...others], {
      action: 'report-batch.requested',
      target: `report-batch:${batch}`,
      path: first.path.slice(0, 1),
      details: { reports: asked.length, ...(occasion === null ? {} : { occasion }) },
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
