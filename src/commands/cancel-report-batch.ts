import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { ReportBatchId } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { getReportBatch } from '../queries/report-batches.ts'

/** Stops those of its reports that are under way; what is done stays. */
export const cancelReportBatch =
  (ports: Pick<Ports, 'reports' | 'audit' | 'transact' | 'units'>) =>
  async (actor: Actor, id: ReportBatchId, now: Date): Promise<Result<null>> => {
    const { reports, audit, transact } = ports
    const found = await getReportBatch(ports)(actor, id)
    if (!found.ok) return found
    const cancelled = await transact(async tx => {
      const count = await reports.cancelBatch(id, now, tx)
      const target = `report-batch:${id}`
      const details = { reports: count }
      const path = found.value.reports[0]?.report.path.slice(0, 1) ?? []
      if (count > 0)
        await audit.write({ actor, action: 'report-batch.cancelled', target, path, at: now, details }, tx)
      return count
    })
    return cancelled > 0 || found.value.batch.states.cancelled > 0
      ? ok(null)
      : refuse(problem('report-finished'))
  }
