import type { ReminderSchedule } from './campaign.ts'
import type { Deadline } from './deadline.ts'
import { REMINDER_KINDS, type ReminderKind } from './mail-kind.ts'
import { hanoiDay, hanoiHourOn, wallClock, weekdayOf } from './time.ts'

/** The dates a schedule is laid against: of the campaign, or of somebody with an extension. */
export type Dates = Pick<Deadline, 'opensAt' | 'dueAt' | 'closesAt'>

export interface ScheduledMail {
  readonly at: Date
  readonly kind: ReminderKind
}

const isMailDay = ({ weekdays, holidays }: ReminderSchedule, at: Date): boolean =>
  weekdays.includes(weekdayOf(at)) && !holidays.includes(hanoiDay(at))

/** Longer than any holiday. */
const MOST_DAYS = 30

/** That day at the hour of the schedule, or the nearest day before (-1) or after it (1) on which mails go out. */
const mailDay = (schedule: ReminderSchedule, day: Date, step: 1 | -1): Date | null => {
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const at = hanoiHourOn(day, step * days, schedule.hour)
    if (isMailDay(schedule, at)) return at
  }
  return null
}

/** Whoever joins late is invited late: at the next hour of the schedule. */
const invitation = (
  { opensAt, dueAt }: Dates,
  schedule: ReminderSchedule,
  joinedAt: Date | null,
): Date | null => {
  const from = joinedAt !== null && joinedAt > opensAt ? joinedAt : opensAt
  const thatDay = hanoiHourOn(from, 0, schedule.hour)
  const isOver = thatDay < opensAt || (joinedAt !== null && thatDay <= joinedAt)
  const at = mailDay(schedule, hanoiHourOn(from, isOver ? 1 : 0, schedule.hour), 1)
  return at !== null && at < dueAt ? at : null
}

const repeatedAfter = ({ dueAt, closesAt }: Dates, schedule: ReminderSchedule): readonly Date[] => {
  const times: Date[] = []
  if (schedule.everyDaysAfter === 0) return times
  for (let round = 1; ; round += 1) {
    const day = hanoiHourOn(dueAt, round * schedule.everyDaysAfter, schedule.hour)
    if (day > closesAt) return times
    const at = mailDay(schedule, day, 1)
    if (at !== null && at <= closesAt) times.push(at)
  }
}

/** All that somebody with these dates is mailed by the schedule, oldest first, one at a time; `joinedAt` null: he was there from the beginning. */
export const scheduledMails = (
  dates: Dates,
  schedule: ReminderSchedule,
  joinedAt: Date | null = null,
): readonly ScheduledMail[] => {
  const { opensAt, dueAt, closesAt } = dates
  const before = (day: Date, days: number): Date | null =>
    mailDay(schedule, hanoiHourOn(day, -days, schedule.hour), -1)
  const lastCall = schedule.lastCallDays === 0 ? null : before(closesAt, schedule.lastCallDays)
  const times: Readonly<Record<ReminderKind, readonly (Date | null)[]>> = {
    invitation: [invitation(dates, schedule, joinedAt)],
    'before-due': schedule.daysBefore.filter(days => days > 0).map(days => before(dueAt, days)),
    'due-day': [before(dueAt, 0)],
    'after-due': repeatedAfter(dates, schedule),
    'last-call': [lastCall],
  }
  const isInTime: Readonly<Record<ReminderKind, (at: Date) => boolean>> = {
    invitation: () => true,
    'before-due': at => opensAt <= at && at <= dueAt,
    'due-day': at => opensAt <= at && at <= dueAt,
    'after-due': () => true,
    'last-call': at => dueAt < at && at <= closesAt,
  }
  const mails = REMINDER_KINDS.filter(kind => !schedule.off.includes(kind)).flatMap(kind =>
    times[kind].flatMap(at => (at !== null && isInTime[kind](at) ? [{ at, kind }] : [])),
  )
  return [...new Map(mails.map(mail => [mail.at.getTime(), mail])).values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
}

/** When mails that can wait may be sent again; null: they may now. */
export const endOfQuiet = ({ quietHours }: Pick<ReminderSchedule, 'quietHours'>, now: Date): Date | null => {
  if (quietHours === null) return null
  const { from, to } = quietHours
  const hour = wallClock(now).getUTCHours()
  const isQuiet = from < to ? from <= hour && hour < to : hour >= from || hour < to
  return isQuiet ? hanoiHourOn(now, hour < to ? 0 : 1, to) : null
}
