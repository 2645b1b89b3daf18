import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { ReportId } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { compileScope } from '../queries/compile-scope.ts'

/** Stops a report that is under way: its compiler learns of it within a second or so. Cancelling twice is no error. */
export const cancelReport =
  (ports: Pick<Ports, 'reports' | 'audit' | 'transact' | 'units'>) =>
  async (actor: Actor, id: ReportId, now: Date): Promise<Result<null>> => {
    const { reports, audit, transact } = ports
    const report = await reports.find(await compileScope(ports)(actor), id)
    if (report === null) return refuse(problem('not-found'))
    if (report.state === 'cancelled') return ok(null)
    const isCancelled = await transact(async tx => {
      if (!(await reports.cancel(id, now, tx))) return false
      const { path } = report
      await audit.write({ actor, action: 'report.cancelled', target: `report:${id}`, path, at: now }, tx)
      return true
    })
    return isCancelled ? ok(null) : refuse(problem('report-finished'))
  }
