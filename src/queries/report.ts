import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report, ReportId } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

export const getReport =
  ({ reports }: Pick<Ports, 'reports'>) =>
  async (actor: Actor, id: ReportId): Promise<Result<Report>> => {
    const report = await reports.find(scopeOf(actor, 'see-report'), id)
    return report === null ? refuse(problem('not-found')) : ok(report)
  }
