import type { ReminderSchedule } from '../../../../domain/campaign.ts'
import { SWITCHABLE_KINDS } from '../../../../domain/mail-kind.ts'
import { readDay } from '../../../../domain/time.ts'
import type { TypedCampaign } from './form.ts'
import { linesIn, type Says, whole } from './read-fields.ts'
import type { CampaignWords } from './words.ts'

const daysIn = (typed: string, say: Says, words: CampaignWords): readonly number[] => {
  const days = typed
    .split(/[,;\s]+/)
    .filter(text => text !== '')
    .map(Number)
  if (days.every(day => Number.isInteger(day) && day >= 0 && day <= 365) && days.length <= 30) return days
  say('daysBefore', words.daysWrong)
  return []
}

/** Days of the week as numbers, 0 = Sunday. */
const weekdaysIn = (typed: readonly string[]): readonly number[] =>
  [0, 1, 2, 3, 4, 5, 6].filter(day => typed.includes(String(day)))

const holidaysIn = (typed: string, say: Says, words: CampaignWords): readonly string[] => {
  const holidays = linesIn(typed).map(readDay)
  if (holidays.length <= 100 && holidays.every(day => day !== null)) return holidays.toSorted()
  say('holidays', words.holidaysWrong)
  return []
}

const quietIn = (
  { quietFrom, quietTo }: TypedCampaign,
  say: Says,
  words: CampaignWords,
): ReminderSchedule['quietHours'] => {
  if (quietFrom.trim() === '' && quietTo.trim() === '') return null
  const from = whole(quietFrom, 'quietFrom', [0, 23], say, words)
  const to = whole(quietTo, 'quietTo', [0, 23], say, words)
  if (quietFrom.trim() === quietTo.trim()) say('quietTo', words.quietSame)
  return { from, to }
}

/** The schedule as the form has it. */
export const readReminders = (
  typed: TypedCampaign,
  say: Says,
  words: CampaignWords,
): Omit<ReminderSchedule, 'texts'> => {
  const weekdays = weekdaysIn(typed.weekdays)
  if (weekdays.length === 0) say('weekdays', words.weekdayNeeded)
  return {
    daysBefore: daysIn(typed.daysBefore, say, words),
    everyDaysAfter: whole(typed.everyDaysAfter, 'everyDaysAfter', [0, 365], say, words),
    lastCallDays: whole(typed.lastCallDays, 'lastCallDays', [0, 365], say, words),
    hour: whole(typed.hour, 'hour', [0, 23], say, words),
    weekdays,
    holidays: holidaysIn(typed.holidays, say, words),
    quietHours: quietIn(typed, say, words),
    digestDays: weekdaysIn(typed.digestDays),
    language: typed.mailLanguage === 'en' ? 'en' : 'vi',
    off: SWITCHABLE_KINDS.filter(kind => typed.off.includes(kind)),
  }
}
