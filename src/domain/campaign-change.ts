import {
  type Campaign,
  type CampaignCode,
  FILE_TYPES,
  USUAL_QUESTIONS,
  USUAL_REMINDERS,
  USUAL_REPORTS,
} from './campaign.ts'
import { deadlineFor, type Extension } from './deadline.ts'
import { reportMoments } from './report-moment.ts'
import { isSame } from './same.ts'
import { scheduledMails } from './schedule.ts'
import { DAY, hanoiHourOn } from './time.ts'

const codesOf = (campaign: Campaign): string => campaign.topics.map(topic => topic.code).join()

/** Does it change who is complete? Dates do not: lateness was judged when an essay arrived. */
export const changesWhatIsOwed = (before: Campaign, after: Campaign): boolean =>
  before.requiredTopics !== after.requiredTopics || codesOf(before) !== codesOf(after)

export type CampaignField = keyof Campaign

/** Fields that say something else than before. */
export const changedFields = (before: Campaign, after: Campaign): readonly CampaignField[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object are its keys
  (Object.keys(after) as CampaignField[]).filter(field => !isSame(before[field], after[field]))

/** Of what a schedule has to come: what will not be any more, and what will instead. */
export interface Moves {
  readonly dropped: readonly Date[]
  readonly added: readonly Date[]
}

const moves =
  (timesOf: (campaign: Campaign) => readonly { readonly at: Date }[]) =>
  (before: Campaign, after: Campaign, now: Date): Moves => {
    const toCome = (campaign: Campaign): readonly number[] =>
      timesOf(campaign)
        .filter(({ at }) => at > now)
        .map(({ at }) => at.getTime())
    const [old, fresh] = [toCome(before), toCome(after)]
    return {
      dropped: old.filter(time => !fresh.includes(time)).map(time => new Date(time)),
      added: fresh.filter(time => !old.includes(time)).map(time => new Date(time)),
    }
  }

/** How the waves to come move, of those without an extension. */
export const reminderMoves = moves(campaign => scheduledMails(campaign, campaign.reminders))

/** How the moments move at which reports are compiled by themselves. */
export const reportMoves = moves(reportMoments)

/** Extensions that gave something before and give nothing beyond the new dates. */
export const needless = <E extends Extension>(
  before: Campaign,
  after: Campaign,
  extensions: readonly E[],
): readonly E[] => {
  const gives = (campaign: Campaign, extension: E): boolean => {
    const deadline = deadlineFor(campaign, [extension])
    return deadline.dueAt > campaign.dueAt || deadline.closesAt > campaign.closesAt
  }
  return extensions.filter(extension => gives(before, extension) && !gives(after, extension))
}

/** "nghi-quyet-12-2018" → "nghi-quyet-12-2019"; one of the same year gets another number. */
const nextCode = (code: CampaignCode, year: number): CampaignCode => {
  const parts = /^(?<stem>.+?)-20\d\d(?:-(?<number>\d+))?$/.exec(code)?.groups
  const fresh = `${parts?.['stem'] ?? code}-${year}`
  const isSameYear = code === fresh || code.startsWith(`${fresh}-`)
  return isSameYear ? `${fresh}-${Number(parts?.['number'] ?? 1) + 1}` : fresh
}

const WEEK = 7 * DAY

/**
 * The campaign to begin with after another: all of it copied, the dates moved by whole weeks, so that each stays on its
 * day of the week at its hour, to the first time that lies ahead.
 */
export const campaignAfter = (last: Campaign, now: Date): Campaign => {
  const weeks = Math.max(1, Math.floor((now.getTime() - last.opensAt.getTime()) / WEEK) + 1)
  const moved = (date: Date): Date => new Date(date.getTime() + weeks * WEEK)
  const opensAt = moved(last.opensAt)
  return {
    ...last,
    code: nextCode(last.code, opensAt.getUTCFullYear()),
    opensAt,
    dueAt: moved(last.dueAt),
    closesAt: moved(last.closesAt),
  }
}

/** Where there is no campaign to begin with: what is usual, a week from now. */
export const firstCampaign = (now: Date): Campaign => ({
  code: '',
  name: '',
  topics: [],
  requiredTopics: 'all',
  opensAt: hanoiHourOn(now, 7, 8),
  dueAt: hanoiHourOn(now, 21, 17),
  closesAt: hanoiHourOn(now, 35, 17),
  graceSeconds: 300,
  fileRules: { maxBytes: 20 * 1024 * 1024, types: FILE_TYPES },
  reminders: USUAL_REMINDERS,
  reports: USUAL_REPORTS,
  questions: USUAL_QUESTIONS,
})
