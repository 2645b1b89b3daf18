import type { Campaign } from '../../domain/campaign.ts'
import { owedTopics } from '../../domain/completion.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import { type Letter, letter } from '../letter.ts'
import { duePhrase, owedPhrase } from './owed.ts'
import { topicLine } from './words.ts'

interface ReminderData {
  readonly campaign: Pick<Campaign, 'name' | 'topics' | 'requiredTopics'>
  /** Of somebody who owes. */
  readonly enrolment: Pick<Enrolment, 'person' | 'heads' | 'tally'>
  /** His own. */
  readonly deadline: Deadline
  readonly now: Date
  readonly publicUrl: string
}

export const reminderLetter = ({ campaign, enrolment, deadline, now, publicUrl }: ReminderData): Letter => {
  const owed = owedPhrase(campaign, enrolment)
  return letter(`Nhắc nộp bài thu hoạch: còn thiếu ${owed}`, enrolment.person.name, [
    `Về bài thu hoạch của đợt “${campaign.name}”:`,
    `Đồng chí còn thiếu ${owed}. ${duePhrase(deadline, now)}`,
    owedTopics(campaign, enrolment.heads, false).map(code => topicLine(campaign, code)),
    { href: publicUrl, label: 'Nộp bài thu hoạch' },
    'Nếu đồng chí vừa nộp bài, xin bỏ qua thư này.',
  ])
}
