import type { Campaign, ReminderSchedule } from './campaign.ts'
import { type Deadline, deadlineFor, type Extension, judgeArrival } from './deadline.ts'
import type { Enrolment } from './enrolment.ts'
import type { ReminderKind } from './mail-kind.ts'
import { type Dates, type ScheduledMail, scheduledMails } from './schedule.ts'
import { DAY, hanoiDay } from './time.ts'

/** After `since`, up to and including `at`. */
export interface Span {
  readonly since: Date
  readonly at: Date
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime()

const latestIn = (mails: readonly ScheduledMail[], { since, at }: Span): ScheduledMail | null =>
  mails.findLast(mail => since < mail.at && mail.at <= at) ?? null

/** All the dates that somebody of the campaign may have: his due date is the campaign's or one of the extensions'. */
const datesInUse = (campaign: Campaign, extensions: readonly Extension[]): readonly Dates[] => {
  const { closesAt } = deadlineFor(campaign, extensions)
  const dueTimes = new Set([campaign.dueAt, ...extensions.map(e => e.dueAt)].map(Number))
  return [...dueTimes]
    .map(time => new Date(time))
    .filter(dueAt => dueAt >= campaign.dueAt)
    .map(dueAt => ({ opensAt: campaign.opensAt, dueAt, closesAt }))
}

/** What the schedule has for anybody, oldest first; `joinedAt` is when the last to come was enrolled. */
const allMails = (
  campaign: Campaign,
  extensions: readonly Extension[],
  joinedAt: Date | null,
): readonly (ScheduledMail & { readonly dueAt: Date })[] =>
  datesInUse(campaign, extensions)
    .flatMap(dates =>
      [null, joinedAt].flatMap(joined =>
        scheduledMails(dates, campaign.reminders, joined).map(mail => ({
          ...mail,
          dueAt: dates.dueAt,
        })),
      ),
    )
    .sort((a, b) => byTime(a.at, b.at))

/**
 * The time of the wave to start now, if one is due: the latest since the wave before. Of several that were missed
 * while the system was down only this one goes out, to everybody whose time lay in between.
 */
export const dueWave = (
  campaign: Campaign,
  extensions: readonly Extension[],
  joinedAt: Date | null,
  span: Span,
): Date | null => latestIn(allMails(campaign, extensions, joinedAt), span)?.at ?? null

/** A wave that is to come, and the due date it is laid against: the campaign's own, where there are several. */
export type ComingWave = ScheduledMail & { readonly dueAt: Date }

/** What the schedule has left after `now`, soonest first. */
export const comingWaves = (
  campaign: Campaign,
  extensions: readonly Extension[],
  now: Date,
): readonly ComingWave[] => {
  const coming = allMails(campaign, extensions, null)
    .filter(({ at }) => at > now)
    .toSorted((a, b) => byTime(b.dueAt, a.dueAt))
  return [...new Map(coming.map(wave => [wave.at.getTime(), wave])).values()].sort((a, b) =>
    byTime(a.at, b.at),
  )
}

/** What a wave over this span has for somebody with these dates. Nobody is reminded of a time before he was enrolled. */
export const turnIn = (
  dates: Dates,
  schedule: ReminderSchedule,
  enrolledAt: Date,
  span: Span,
): ReminderKind | null =>
  latestIn(scheduledMails(dates, schedule, enrolledAt), {
    since: enrolledAt > span.since ? enrolledAt : span.since,
    at: span.at,
  })?.kind ?? null

/** What is most urgent to say to somebody with these dates. */
export const phaseOf = (
  { dueAt, closesAt, graceSeconds }: Deadline,
  { lastCallDays }: Pick<ReminderSchedule, 'lastCallDays'>,
  now: Date,
): Exclude<ReminderKind, 'invitation'> => {
  if (now.getTime() <= dueAt.getTime() + graceSeconds * 1000)
    return hanoiDay(now) === hanoiDay(dueAt) ? 'due-day' : 'before-due'
  return hanoiDay(new Date(now.getTime() + lastCallDays * DAY)) >= hanoiDay(closesAt)
    ? 'last-call'
    : 'after-due'
}

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
