import type { Campaign, ReminderSchedule } from './campaign.ts'
import { type Deadline, deadlineFor, type Extension, judgeArrival } from './deadline.ts'
import type { Enrolment } from './enrolment.ts'
import { hanoiHourOn } from './time.ts'

/** The dates a schedule is laid against: of the campaign, or of somebody with an extension. */
export type Dates = Pick<Deadline, 'opensAt' | 'dueAt' | 'closesAt'>

/** After `since`, up to and including `at`. */
export interface Span {
  readonly since: Date
  readonly at: Date
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime()

/** When those with these dates are reminded, oldest first: before the due date, then at intervals until the closing. */
export const waveTimes = (dates: Dates, schedule: ReminderSchedule): readonly Date[] => {
  const { opensAt, dueAt, closesAt } = dates
  const before = [...new Set(schedule.daysBefore)]
    .map(days => hanoiHourOn(dueAt, -days, schedule.hour))
    .filter(time => opensAt <= time && time <= dueAt)
  const after: Date[] = []
  if (schedule.everyDaysAfter > 0) {
    const timeOf = (round: number): Date => hanoiHourOn(dueAt, round * schedule.everyDaysAfter, schedule.hour)
    for (let round = 1; timeOf(round) <= closesAt; round += 1) after.push(timeOf(round))
  }
  return [...before, ...after].sort(byTime)
}

const latestIn = (times: readonly Date[], { since, at }: Span): Date | null =>
  times.findLast(time => since < time && time <= at) ?? null

/** All the dates that somebody of the campaign may have: his due date is the campaign's or one of the extensions'. */
const datesInUse = (campaign: Campaign, extensions: readonly Extension[]): readonly Dates[] => {
  const { closesAt } = deadlineFor(campaign, extensions)
  const dueTimes = new Set([campaign.dueAt, ...extensions.map(e => e.dueAt)].map(Number))
  return [...dueTimes]
    .map(time => new Date(time))
    .filter(dueAt => dueAt >= campaign.dueAt)
    .map(dueAt => ({ opensAt: campaign.opensAt, dueAt, closesAt }))
}

/**
 * The time of the wave to start now, if one is due: the latest since the wave before. Of several that were missed
 * while the system was down only this one goes out, to everybody whose time lay in between.
 */
export const dueWave = (campaign: Campaign, extensions: readonly Extension[], span: Span): Date | null => {
  const times = datesInUse(campaign, extensions).flatMap(dates => waveTimes(dates, campaign.reminders))
  return latestIn(times.sort(byTime), span)
}

/** A wave that is to come, and one of the due dates it is laid against: the earliest, where there are several. */
export interface ComingWave {
  readonly at: Date
  readonly dueAt: Date
}

/** What the schedule has left after `now`, soonest first. */
export const comingWaves = (
  campaign: Campaign,
  extensions: readonly Extension[],
  now: Date,
): readonly ComingWave[] => {
  const all = datesInUse(campaign, extensions)
    .toSorted((a, b) => byTime(b.dueAt, a.dueAt))
    .flatMap(dates => waveTimes(dates, campaign.reminders).map(at => ({ at, dueAt: dates.dueAt })))
    .filter(({ at }) => at > now)
  return [...new Map(all.map(wave => [wave.at.getTime(), wave])).values()].sort((a, b) => byTime(a.at, b.at))
}

/** Does a wave over this span concern somebody with these dates? Nobody is reminded of a time before he was enrolled. */
export const isHisTurn = (dates: Dates, schedule: ReminderSchedule, enrolledAt: Date, span: Span): boolean =>
  latestIn(waveTimes(dates, schedule), {
    since: enrolledAt > span.since ? enrolledAt : span.since,
    at: span.at,
  }) !== null

/** `closed`: nothing would be taken from him now. */
export const REASONS_NOT_TO_REMIND = ['exempt', 'submitted', 'closed'] as const
export type ReasonNotToRemind = (typeof REASONS_NOT_TO_REMIND)[number]

/** Why a reminder makes no sense for somebody now; null: he owes an essay and can still hand it in. */
export const reasonNotToRemind = (
  { tally }: Pick<Enrolment, 'tally'>,
  deadline: Deadline,
  now: Date,
): ReasonNotToRemind | null => {
  if (tally.state === 'exempt') return 'exempt'
  if (tally.missing === 0) return 'submitted'
  const arrival = judgeArrival(deadline, now)
  return arrival === 'on-time' || arrival === 'late' ? null : 'closed'
}

export const owesReminder = (enrolment: Pick<Enrolment, 'tally'>, deadline: Deadline, now: Date): boolean =>
  reasonNotToRemind(enrolment, deadline, now) === null
