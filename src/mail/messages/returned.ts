import type { Campaign } from '../../domain/campaign.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { EssayVersion, Review } from '../../domain/essay.ts'
import { formatDateTime } from '../../domain/time.ts'
import { type Letter, letter } from '../letter.ts'
import { duePhrase } from './owed.ts'
import { topicLine, topicsPhrase } from './words.ts'

interface ReturnedData {
  readonly campaign: Pick<Campaign, 'name' | 'topics'>
  readonly enrolment: Pick<Enrolment, 'person'>
  readonly version: Pick<EssayVersion, 'topic' | 'number' | 'receivedAt'>
  readonly review: Pick<Review, 'note'>
  /** His own, with what was granted for rewriting. */
  readonly deadline: Deadline
  readonly now: Date
  readonly publicUrl: string
}

export const returnedLetter = (data: ReturnedData): Letter => {
  const { campaign, enrolment, version, review, deadline, now, publicUrl } = data
  const topic = topicsPhrase([version.topic])
  return letter(`Bài thu hoạch ${topic} được trả lại để viết lại`, enrolment.person.name, [
    `Bài thu hoạch ${topic} của đồng chí trong đợt “${campaign.name}” (bản nộp lần ${version.number}, nhận lúc ${formatDateTime(version.receivedAt)}) đã được đọc và trả lại để viết lại.`,
    [topicLine(campaign, version.topic)],
    ...(review.note === null ? [] : [`Nhận xét: ${review.note}`]),
    `${duePhrase(deadline, now)} Bản đã nộp vẫn được lưu cùng giấy xác nhận.`,
    { href: publicUrl, label: 'Xem nhận xét và nộp lại' },
  ])
}
