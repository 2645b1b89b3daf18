import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { addCounts } from '../domain/count.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Totals } from '../domain/progress.ts'
import type { Report } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { hanoiDay } from '../domain/time.ts'
import { isValidOn, type Unit } from '../domain/unit.ts'
import { textKey } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { topsOf } from './list-units.ts'
import { bundleReports, type ReportBundle } from './report-bundle.ts'

export interface ProvinceRow {
  readonly unit: Unit
  readonly totals: Totals
  /** The newest finished one; null: none was compiled yet. */
  readonly report: Report | null
}

export interface ProvinceReports {
  readonly campaign: Campaign
  /** By name. */
  readonly rows: readonly ProvinceRow[]
  readonly totals: Totals
  readonly asOf: Date | null
}

type Needed = Pick<Ports, 'campaigns' | 'units' | 'totals' | 'reports'>

/** The units somebody was given; of whoever was given the Confederation, all that are directly under it. */
const provincesOf = async ({ units }: Needed, actor: Actor): Promise<readonly Unit[]> => {
  const tops = await topsOf({ units }, scopeOf(actor, 'see-report'))
  const roots = tops.filter(({ parent }) => parent === null).map(({ code }) => code)
  const below = roots.length === 0 ? [] : await units.childrenOf(roots)
  return [...tops.filter(({ parent }) => parent !== null), ...below]
    .map(unit => ({ unit, key: textKey(unit.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit)
}

/** How far each province is that somebody reaches, with its newest report. */
export const getProvinceReports =
  (ports: Needed) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<ProvinceReports>> => {
    const { campaigns, totals, reports } = ports
    const campaign = await campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const provinces = await provincesOf(ports, actor)
    const codes = provinces.map(unit => unit.code)
    const asOf = await totals.asOf()
    const [counted, newest] = await Promise.all([
      totals.rows(code, codes),
      reports.newest(scopeOf(actor, 'see-report'), code, codes),
    ])
    const sum = (of: readonly Unit[]): Totals =>
      addCounts(
        [],
        of.flatMap(unit => counted.get(unit.code)?.all ?? []),
      ).totals
    const day = hanoiDay(campaign.opensAt)
    const rows = provinces
      .map(unit => ({ unit, totals: sum([unit]), report: newest.get(unit.code) ?? null }))
      .filter(({ unit, totals: { people }, report }) => isValidOn(unit, day) || people > 0 || report !== null)
    return ok({ campaign, rows, totals: sum(provinces), asOf })
  }

/** All files of the newest reports. */
export const downloadNewestReports =
  (ports: Needed & Pick<Ports, 'reportFiles' | 'reportWriters' | 'audit'>) =>
  async (actor: Actor, code: CampaignCode, now: Date): Promise<Result<ReportBundle>> => {
    const found = await getProvinceReports(ports)(actor, code)
    if (!found.ok) return found
    const { rows, campaign } = found.value
    return bundleReports(ports)(actor, rows, `Báo cáo thu hoạch - ${campaign.name}`, now)
  }
