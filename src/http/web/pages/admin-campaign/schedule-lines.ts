import type { ReminderSchedule, ReportSchedule } from '../../../../domain/campaign.ts'
import { writeDay } from '../../../../domain/time.ts'
import { formatName } from '../../parts/format-name.ts'
import { MAIL_WORDS } from '../../parts/mail-words.ts'
import { type Language, SHARED } from '../../words.ts'
import { REPORT_TIMES } from './form.ts'
import type { CampaignWords } from './words.ts'

/** A schedule in words, a line for each of its settings. */
export const scheduleLines = (
  schedule: ReminderSchedule,
  { language, words }: { readonly language: Language; readonly words: CampaignWords },
): readonly string[] => {
  const names = SHARED[language].weekdays.split('|')
  const listed = (list: readonly string[]): string => (list.length === 0 ? words.none : list.join(', '))
  const days = (list: readonly number[]): string => listed(list.map(day => names[day] ?? ''))
  const { quietHours: quiet } = schedule
  const lines: readonly (readonly [string, string])[] = [
    [words.daysBefore, listed(schedule.daysBefore.map(String))],
    [words.everyDaysAfter, String(schedule.everyDaysAfter)],
    [words.lastCallDays, String(schedule.lastCallDays)],
    [words.hour, String(schedule.hour)],
    [words.weekdays, days(schedule.weekdays)],
    [words.holidays, listed(schedule.holidays.map(writeDay))],
    [words.quiet, quiet === null ? words.noneQuiet : words.hours(String(quiet.from), String(quiet.to))],
    [words.digestDays, days(schedule.digestDays)],
    [words.mailLanguage, schedule.language === 'vi' ? 'Tiếng Việt' : 'English'],
    [words.off, listed(schedule.off.map(kind => MAIL_WORDS[language].kind[kind]))],
  ]
  return lines.map(([label, value]) => `${label}: ${value}`)
}

/** When reports are compiled by themselves, in words, a line for each setting. */
export const reportLines = (
  { weekly, formats, ...times }: ReportSchedule,
  { language, words }: { readonly language: Language; readonly words: CampaignWords },
): readonly string[] => {
  const chosen = REPORT_TIMES.filter(time => times[time]).map(time => words.times[time])
  const day = weekly === null ? words.noDay : (SHARED[language].weekdays.split('|')[weekly] ?? '')
  return [
    `${words.reportTimes}: ${chosen.length === 0 ? words.none : chosen.join(', ')}`,
    `${words.reportDay}: ${day}`,
    `${words.reportFormats}: ${formats.map(format => formatName(format, language)).join(', ')}`,
  ]
}
