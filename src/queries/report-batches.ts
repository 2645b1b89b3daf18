import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, mayNever } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report, ReportBatchId } from '../domain/report.ts'
import { batchOf, type ReportBatch } from '../domain/report-batch.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit } from '../domain/unit.ts'
import { textKey } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { compileScope } from './compile-scope.ts'
import { bundleReports, type ReportBundle } from './report-bundle.ts'
import { unitNames } from './unit-names.ts'

export interface BatchedReport {
  readonly report: Report
  readonly unit: Pick<Unit, 'code' | 'name'>
}

export interface ReportBatchView {
  readonly batch: ReportBatch
  /** By the name of the unit. */
  readonly reports: readonly BatchedReport[]
}

const NEWEST = 20

/** Of those whom the actor may have compiled: somebody else's batch is not there. */
export const getReportBatch =
  (ports: Pick<Ports, 'reports' | 'units'>) =>
  async (actor: Actor, id: ReportBatchId): Promise<Result<ReportBatchView>> => {
    const reports = await ports.reports.inBatches(await compileScope(ports)(actor), [id])
    const batch = batchOf(id, reports)
    if (batch === null) return refuse(problem('not-found'))
    const nameOf = await unitNames(ports)(reports.map(({ unit }) => unit))
    const named = reports.map(report => {
      const name = nameOf(report.unit)
      return { report, unit: { code: report.unit, name }, key: textKey(name) }
    })
    return ok({ batch, reports: named.sort((a, b) => (a.key < b.key ? -1 : 1)) })
  }

/** The newest, newest first. */
export const listReportBatches =
  (ports: Pick<Ports, 'campaigns' | 'reports' | 'units'>) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<readonly ReportBatch[]>> => {
    const scope = await compileScope(ports)(actor)
    if (mayNever(scope)) return refuse(problem('forbidden'))
    if ((await ports.campaigns.find(code)) === null) return refuse(problem('not-found'))
    const ids = await ports.reports.batches(scope, code, NEWEST)
    const reports = await ports.reports.inBatches(scope, ids)
    return ok(
      ids.flatMap(
        id =>
          batchOf(
            id,
            reports.filter(({ batch }) => batch === id),
          ) ?? [],
      ),
    )
  }

/** All files of those that are done. */
export const downloadReportBatch =
  (ports: Pick<Ports, 'reports' | 'units' | 'campaigns' | 'reportFiles' | 'reportWriters' | 'audit'>) =>
  async (actor: Actor, id: ReportBatchId, now: Date): Promise<Result<ReportBundle>> => {
    const found = await getReportBatch(ports)(actor, id)
    if (!found.ok) return found
    const { batch, reports } = found.value
    const campaign = await ports.campaigns.find(batch.campaign)
    const done = reports.map(({ unit, report }) => ({
      unit,
      report: report.state === 'done' ? report : null,
    }))
    return bundleReports(ports)(actor, done, `Báo cáo thu hoạch - ${campaign?.name ?? batch.campaign}`, now)
  }
