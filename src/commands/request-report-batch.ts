import { type Actor, mayNever, reachesUnit } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { ReportBatchId } from '../domain/report.ts'
import { type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { compileScope } from '../queries/compile-scope.ts'
import { getProvinceReports } from '../queries/province-reports.ts'
import { askForEach } from './ask-for-each.ts'
import { cutoffProblem, type Wanted } from './new-report.ts'

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
    const units = provinces.value.rows.map(({ unit }) => unit).filter(({ path }) => reachesUnit(scope, path))
    return askForEach(ports)(actor, units, { ...request, occasion: null }, now)
  }
