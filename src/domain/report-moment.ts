import type { Campaign } from './campaign.ts'
import { DAY, hanoiDay, hanoiHourOn, weekdayOf } from './time.ts'
import type { Unit } from './unit.ts'

/** Why reports are compiled by themselves; where several fall on one moment, it is called by the last in this list. */
export const REPORT_OCCASIONS = ['weekly', 'after-due', 'after-close'] as const
export type ReportOccasion = (typeof REPORT_OCCASIONS)[number]

/** The time is the cut-off too: whenever the reports are compiled, they say the same. */
export interface ReportMoment {
  readonly at: Date
  readonly occasion: ReportOccasion
}

type Scheduled = Pick<Campaign, 'opensAt' | 'dueAt' | 'closesAt' | 'graceSeconds' | 'reminders' | 'reports'>

/** When the schedule's hour strikes next, once what arrived within the grace is in. */
const hourAfter = (limit: Date, { graceSeconds, reminders }: Scheduled): Date => {
  const isOver = new Date(limit.getTime() + graceSeconds * 1000)
  const thatDay = hanoiHourOn(isOver, 0, reminders.hour)
  return thatDay > isOver ? thatDay : hanoiHourOn(isOver, 1, reminders.hour)
}

const weeklyTimes = ({ opensAt, closesAt, reminders, reports }: Scheduled): readonly Date[] => {
  const times: Date[] = []
  if (reports.weekly === null) return times
  const first = (reports.weekly - weekdayOf(opensAt) + 7) % 7
  for (let days = first; ; days += 7) {
    const at = hanoiHourOn(opensAt, days, reminders.hour)
    if (at > closesAt) return times
    if (at > opensAt && !reminders.holidays.includes(hanoiDay(at))) times.push(at)
  }
}

/** All moments of a campaign by its own dates, oldest first: one that moves its dates moves them. */
export const reportMoments = (campaign: Scheduled): readonly ReportMoment[] => {
  const { dueAt, closesAt, reports } = campaign
  const times: Readonly<Record<ReportOccasion, readonly Date[]>> = {
    weekly: weeklyTimes(campaign),
    'after-due': reports.afterDue ? [hourAfter(dueAt, campaign)] : [],
    'after-close': reports.afterClose ? [hourAfter(closesAt, campaign)] : [],
  }
  const moments = REPORT_OCCASIONS.flatMap(occasion => times[occasion].map(at => ({ at, occasion })))
  return [...new Map(moments.map(moment => [moment.at.getTime(), moment])).values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
}

/**
 * For how long a moment that nobody worked at is made up for. What comes back every week may be missed; the others may
 * not, but whoever switches them on for a campaign that was closed long ago is not asking for its reports.
 */
const MADE_UP_FOR: Readonly<Record<ReportOccasion, number>> = {
  weekly: DAY,
  'after-due': 7 * DAY,
  'after-close': 7 * DAY,
}

/** Those that have come and are not forgotten yet, oldest first. */
export const dueReportMoments = (campaign: Scheduled, now: Date): readonly ReportMoment[] =>
  reportMoments(campaign).filter(
    ({ at, occasion }) => at <= now && now.getTime() - at.getTime() < MADE_UP_FOR[occasion],
  )

/** The nation and all directly under it; offices below them ask for theirs. */
export const hasScheduledReports = ({ kind }: Pick<Unit, 'kind'>): boolean =>
  kind === 'confederation' || kind === 'province'

/** The next one to come. */
export const nextReportMoment = (campaign: Scheduled, now: Date): ReportMoment | undefined =>
  reportMoments(campaign).find(({ at }) => at > now)

/** What its reports are asked for under: once for each time of a campaign. */
export const reportMomentKey = ({ code }: Pick<Campaign, 'code'>, { at }: ReportMoment): string =>
  `scheduled-${code}-${at.toISOString()}`
