import type { Campaign } from '../../domain/campaign.ts'
import { owedTopics } from '../../domain/completion.ts'
import { type Deadline, judgeArrival } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { MailLanguage } from '../letter.ts'
import { momentIn, topicsPhrase } from './words.ts'

/** "chuyên đề 2 và 5"; "2 bài trong các chuyên đề 1, 2 và 5" where any of them will do. */
export const owedPhrase = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  { heads, tally }: Pick<Enrolment, 'heads' | 'tally'>,
  language: MailLanguage = 'vi',
): string => {
  const owed = topicsPhrase(owedTopics(campaign, heads, tally.state === 'exempt'), language)
  if (campaign.requiredTopics === 'all') return owed
  return language === 'vi' ? `${tally.missing} bài trong các ${owed}` : `${tally.missing} of ${owed}`
}

/** "Hạn nộp: 17:00 ngày 14/12/2018." and, once that is over, until when late essays are taken. */
export const duePhrase = (deadline: Deadline, now: Date, language: MailLanguage = 'vi'): string => {
  const [due, closing] = [momentIn(deadline.dueAt, language), momentIn(deadline.closesAt, language)]
  const isInTime = judgeArrival(deadline, now) === 'on-time'
  if (language === 'vi')
    return isInTime ? `Hạn nộp: ${due}.` : `Hạn nộp đã qua: ${due}. Bài nộp muộn được nhận đến ${closing}.`
  return isInTime
    ? `Due: ${due}.`
    : `The due date has passed: ${due}. Late essays are taken until ${closing}.`
}
