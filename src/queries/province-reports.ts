import type { Readable } from 'node:stream'
import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { addCounts } from '../domain/count.ts'
import { safeName } from '../domain/naming.ts'
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

export interface ReportBundle {
  readonly name: string
  readonly size: number
  readonly bytes: Readable
}

/** By its name, and by its code where another one has the same name. */
const folderOf = ({ code, name }: Unit, among: readonly Pick<ProvinceRow, 'unit'>[]): string => {
  const isOnly = among.filter(({ unit }) => unit.name === name).length === 1
  return safeName(isOnly ? name : `${name} (${code})`, 120)
}

/** All files of the newest reports in one ZIP, a folder for each province; that they were taken is written in the audit. */
export const downloadNewestReports =
  (ports: Needed & Pick<Ports, 'reportFiles' | 'reportWriters' | 'audit'>) =>
  async (actor: Actor, code: CampaignCode, now: Date): Promise<Result<ReportBundle>> => {
    const { reportFiles, reportWriters, audit } = ports
    const found = await getProvinceReports(ports)(actor, code)
    if (!found.ok) return found
    const taken = found.value.rows.flatMap(({ unit, report }) => (report === null ? [] : [{ unit, report }]))
    if (taken.length === 0) return refuse(problem('report-not-ready'))
    for (const { report } of taken)
      await audit.write({
        actor,
        action: 'report.downloaded',
        target: `report:${report.id}`,
        path: report.path,
        at: now,
        details: { files: report.files.map(({ sha256 }) => sha256) },
      })
    const bundle = await reportWriters.bundle(
      taken.flatMap(({ unit, report }) =>
        report.files.map(({ name, size, fileId }) => ({
          entry: `${folderOf(unit, taken)}/${name}`,
          size,
          mtime: report.finishedAt ?? report.cutoff,
          open: () => reportFiles.open(fileId),
        })),
      ),
    )
    const day = hanoiDay(now)
    return ok({
      ...bundle,
      name: `${safeName(`Báo cáo thu hoạch - ${found.value.campaign.name}`, 160)} - ${day}.zip`,
    })
  }
