import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Actor, reachesUnit } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { ReportBatchId } from '../domain/report.ts'
import type { ReportBatch } from '../domain/report-batch.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { compileScope } from './compile-scope.ts'
import { getProvinceReports } from './province-reports.ts'
import { getReportBatch, listReportBatches, type ReportBatchView } from './report-batches.ts'

type Needed = Pick<Ports, 'campaigns' | 'units' | 'totals' | 'reports' | 'accounts'>

export interface ReportBatchDesk {
  readonly campaign: Campaign
  /** Of how many units reports are made at once. */
  readonly units: number
  /** Newest first. */
  readonly batches: readonly ReportBatch[]
}

export const getReportBatchDesk =
  (ports: Needed) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<ReportBatchDesk>> => {
    const batches = await listReportBatches(ports)(actor, code)
    if (!batches.ok) return batches
    const provinces = await getProvinceReports(ports)(actor, code)
    if (!provinces.ok) return provinces
    const { campaign, rows } = provinces.value
    const scope = await compileScope(ports)(actor)
    const units = rows.filter(({ unit }) => reachesUnit(scope, unit.path)).length
    return ok({ campaign, units, batches: batches.value })
  }

export interface OneReportBatch extends ReportBatchView {
  readonly campaign: Campaign
  /** Who asked for it. */
  readonly by: string
}

export const getOneReportBatch =
  (ports: Needed) =>
  async (actor: Actor, code: CampaignCode, id: ReportBatchId): Promise<Result<OneReportBatch>> => {
    const [campaign, found] = await Promise.all([
      ports.campaigns.find(code),
      getReportBatch(ports)(actor, id),
    ])
    if (!found.ok) return found
    const { batch } = found.value
    if (campaign === null || batch.campaign !== code) return refuse(problem('not-found'))
    const account = await ports.accounts.byId(batch.requestedBy)
    return ok({ ...found.value, campaign, by: account?.name ?? batch.requestedBy })
  }
