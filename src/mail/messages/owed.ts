import type { Campaign } from '../../domain/campaign.ts'
import { owedTopics } from '../../domain/completion.ts'
import { type Deadline, judgeArrival } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import { formatDateTime } from '../../domain/time.ts'
import { topicsPhrase } from './words.ts'

/** "chuyên đề 2 và 5"; "2 bài trong các chuyên đề 1, 2 và 5" where any of them will do. */
export const owedPhrase = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  { heads, tally }: Pick<Enrolment, 'heads' | 'tally'>,
): string => {
  const owed = topicsPhrase(owedTopics(campaign, heads, tally.state === 'exempt'))
  return campaign.requiredTopics === 'all' ? owed : `${tally.missing} bài trong các ${owed}`
}

/** "Hạn nộp: 17:00 ngày 14/12/2018." and, once that is over, until when late essays are taken. */
export const duePhrase = (deadline: Deadline, now: Date): string => {
  const due = formatDateTime(deadline.dueAt)
  return judgeArrival(deadline, now) === 'on-time'
    ? `Hạn nộp: ${due}.`
    : `Hạn nộp đã qua: ${due}. Bài nộp muộn được nhận đến ${formatDateTime(deadline.closesAt)}.`
}
