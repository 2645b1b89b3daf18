import type { Campaign, TopicCode } from '../../domain/campaign.ts'
import { formatDate, formatSpan, formatTime, spanParts } from '../../domain/time.ts'
import { capitalised } from '../../domain/vietnamese.ts'
import type { MailLanguage } from '../letter.ts'

const LISTS = {
  vi: new Intl.ListFormat('vi', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
} as const

/** "chuyên đề 2", "chuyên đề 1, 2 và 5". */
export const topicsPhrase = (topics: readonly TopicCode[], language: MailLanguage = 'vi'): string => {
  const numbers = LISTS[language].format(topics.map(code => code.replace(/^CD(?=\d)/, '')))
  return language === 'vi' ? `chuyên đề ${numbers}` : `${topics.length === 1 ? 'topic' : 'topics'} ${numbers}`
}

/** "Chuyên đề 2: Đổi mới việc thực hiện …" */
export const topicLine = (
  { topics }: Pick<Campaign, 'topics'>,
  code: TopicCode,
  language: MailLanguage = 'vi',
): string => {
  const phrase = topicsPhrase([code], language)
  const title = topics.find(topic => topic.code === code)?.title
  return [capitalised(phrase), ...(title === undefined ? [] : [title])].join(': ')
}

/** "17:00 ngày 14/12/2018" */
export const momentIn = (at: Date, language: MailLanguage): string =>
  `${formatTime(at)} ${language === 'vi' ? 'ngày' : 'on'} ${formatDate(at)}`

/** "2 ngày 3 giờ": the two largest parts of a span in milliseconds. */
export const spanIn = (ms: number, language: MailLanguage): string => {
  if (language === 'vi') return formatSpan(ms)
  const { days, hours, minutes } = spanParts(ms)
  const told = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ] as const
  const parts = told.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`)
  return parts.length === 0 ? 'less than a minute' : parts.slice(0, 2).join(' ')
}
