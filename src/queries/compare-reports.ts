import { setImmediate as nextTurn } from 'node:timers/promises'
import { sha256OfLines } from '../crypto/sha256.ts'
import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { safeName } from '../domain/naming.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report, ReportId } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { hanoiDay } from '../domain/time.ts'
import type { Unit } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { type Comparison, changesTable, comparisonSteps } from '../reports/comparison.ts'
import { entryLines } from '../reports/digest.ts'
import { type Entry, entriesOf } from '../reports/entries.ts'
import type { ListFile } from './people-export.ts'

type Needed = Pick<Ports, 'campaigns' | 'units' | 'reports' | 'reportSource'>

/** Two reports of one unit, whichever is named first; a report told apart from itself has no changes. */
export interface TwoReports {
  readonly report: ReportId
  readonly other: ReportId
  /** Where the campaign is a part of the address. */
  readonly campaign?: CampaignCode
}

export interface ReportComparison extends Comparison {
  readonly campaign: Campaign
  readonly unit: Unit
  /** Both are told again from what is stored: false where that gives other rows than when they were compiled. */
  readonly isAsCompiled: boolean
}

const findBoth = async (
  { reports }: Needed,
  actor: Actor,
  { report, other, campaign }: TwoReports,
): Promise<Result<readonly [earlier: Report, later: Report]>> => {
  const scope = scopeOf(actor, 'see-report')
  const [one, two] = await Promise.all([reports.find(scope, report), reports.find(scope, other)])
  if (one === null || two === null) return refuse(problem('not-found'))
  if (campaign !== undefined && one.campaign !== campaign) return refuse(problem('not-found'))
  if (one.digest === null || two.digest === null) return refuse(problem('report-not-ready'))
  if (one.unit !== two.unit || one.campaign !== two.campaign)
    return refuse(problem('input-not-valid', { reason: 'hai báo cáo phải cùng một đơn vị, cùng một đợt' }))
  return ok(one.cutoff <= two.cutoff ? [one, two] : [two, one])
}

const inTurns = async <T>(steps: Generator<undefined, T>): Promise<T> => {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await nextTurn()
  }
}

/** What changed between the cut-offs of two reports: everybody is read once, and stands as he did at each of them. */
export const compareReports =
  (ports: Needed) =>
  async (actor: Actor, asked: TwoReports): Promise<Result<ReportComparison>> => {
    const both = await findBoth(ports, actor, asked)
    if (!both.ok) return both
    const [earlier, later] = both.value
    const [campaign, subtree] = await Promise.all([
      ports.campaigns.find(later.campaign),
      ports.units.subtree(later.unit),
    ])
    const unit = subtree.find(({ code }) => code === later.unit)
    if (campaign === null || unit === undefined) return refuse(problem('not-found'))
    const before = entriesOf({ campaign, unit, subtree, cutoff: earlier.cutoff })
    const after = entriesOf({ campaign, unit, subtree, cutoff: later.cutoff })
    const codes = subtree.map(({ code }) => code)
    for await (const batch of ports.reportSource.read(campaign.code, codes, later.cutoff))
      for (const { enrolment, versions } of batch) {
        before.add(enrolment, versions)
        after.add(enrolment, versions)
      }
    const earlierEntries = before.sorted()
    await nextTurn()
    const sides = { before: earlierEntries, after: after.sorted() }
    await nextTurn()
    const isSame = async ({ digest }: Report, entries: readonly Entry[]): Promise<boolean> =>
      digest?.rowsSha256 === (await sha256OfLines(entryLines(campaign, entries)))
    const compared = await inTurns(
      comparisonSteps({
        ...sides,
        campaign,
        root: unit.code,
        units: after.units,
        since: earlier.cutoff,
        until: later.cutoff,
      }),
    )
    return ok({
      ...compared,
      campaign,
      unit,
      isAsCompiled: (await isSame(earlier, sides.before)) && (await isSame(later, sides.after)),
    })
  }

/** Those who changed, as CSV; that somebody took it is written in the audit. */
export const exportComparison =
  (ports: Needed & Pick<Ports, 'reportWriters' | 'audit'>) =>
  async (actor: Actor, asked: TwoReports, now: Date): Promise<Result<ListFile>> => {
    const compared = await compareReports(ports)(actor, asked)
    if (!compared.ok) return compared
    const { unit, since, until, people } = compared.value
    await ports.audit.write({
      actor,
      action: 'report.compared',
      target: `report:${asked.report}`,
      path: unit.path,
      at: now,
      details: { other: asked.other, people: people.length },
    })
    const days = `${hanoiDay(since)} - ${hanoiDay(until)}`
    return ok({
      name: safeName(`Thay đổi - ${safeName(unit.name, 120)} - ${days}.csv`),
      bytes: ports.reportWriters.csv(changesTable(compared.value)),
    })
  }
