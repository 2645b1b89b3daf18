import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Actor, reachesUnit, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report, ReportId } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { compileScope } from './compile-scope.ts'
import { getReport } from './report.ts'
import { listReports } from './reports.ts'
import { getUnitChoice, type UnitChoice } from './unit-choice.ts'
import { unitNames } from './unit-names.ts'

export interface ReportView {
  readonly report: Report
  /** Name of the unit it is of. */
  readonly unit: string
  /** Who asked for it. */
  readonly by: string
  /** He may have it cancelled, or compiled again. */
  readonly mayCompile: boolean
}

export interface ReportDesk extends UnitChoice {
  readonly mayCompile: boolean
  /** What stands on the unit's papers is its own office's. */
  readonly maySign: boolean
  /** Newest first. */
  readonly reports: readonly ReportView[]
}

type Needed = Pick<Ports, 'campaigns' | 'units' | 'reports' | 'accounts'>

const viewReports =
  (ports: Pick<Ports, 'units' | 'accounts'>) =>
  async (actor: Actor, reports: readonly Report[]): Promise<readonly ReportView[]> => {
    const unitName = await unitNames(ports)(reports.map(({ unit }) => unit))
    const ids = [...new Set(reports.map(({ requestedBy }) => requestedBy))]
    const accounts = await Promise.all(ids.map(async id => ports.accounts.byId(id)))
    const names = new Map(accounts.flatMap(account => (account === null ? [] : [[account.id, account.name]])))
    const scope = await compileScope(ports)(actor)
    return reports.map(report => ({
      report,
      unit: unitName(report.unit),
      by: names.get(report.requestedBy) ?? report.requestedBy,
      mayCompile: reachesUnit(scope, report.path),
    }))
  }

/** The reports of a unit and those below it; without one, of the highest that the actor sees reports of. */
export const getReportDesk =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
  ): Promise<Result<ReportDesk>> => {
    const choice = await getUnitChoice(ports)(actor, 'see-report', asked)
    if (!choice.ok) return choice
    const { campaign, unit } = choice.value
    const reports = await listReports(ports)(actor, campaign.code, unit.code)
    if (!reports.ok) return reports
    return ok({
      ...choice.value,
      mayCompile: reachesUnit(await compileScope(ports)(actor), unit.path),
      maySign: reachesUnit(scopeOf(actor, 'compile-report'), unit.path),
      reports: await viewReports(ports)(actor, reports.value),
    })
  }

export const getReportView =
  (ports: Needed) =>
  async (
    actor: Actor,
    code: CampaignCode,
    id: ReportId,
  ): Promise<Result<ReportView & { readonly campaign: Campaign }>> => {
    const [campaign, found] = await Promise.all([ports.campaigns.find(code), getReport(ports)(actor, id)])
    if (!found.ok) return found
    if (campaign === null || found.value.campaign !== code) return refuse(problem('not-found'))
    const [view] = await viewReports(ports)(actor, [found.value])
    return view === undefined ? refuse(problem('not-found')) : ok({ ...view, campaign })
  }
