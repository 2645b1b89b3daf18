import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { EssayVersion, Review } from '../../domain/essay.ts'
import { type Letter, letter, type MailLanguage } from '../letter.ts'
import { duePhrase } from './owed.ts'
import { momentIn, topicLine, topicsPhrase } from './words.ts'

interface ReturnedData {
  readonly campaign: Pick<Campaign, 'name' | 'topics'> & {
    readonly reminders: Pick<ReminderSchedule, 'language'>
  }
  readonly enrolment: Pick<Enrolment, 'person'>
  readonly version: Pick<EssayVersion, 'topic' | 'number' | 'receivedAt'>
  readonly review: Pick<Review, 'note'>
  /** His own, with what was granted for rewriting. */
  readonly deadline: Deadline
  readonly now: Date
  readonly publicUrl: string
}

const WORDS = {
  vi: {
    subject: (topic: string) => `Bài thu hoạch ${topic} được trả lại để viết lại`,
    lead: (topic: string, campaign: string, number: number, at: string) =>
      `Bài thu hoạch ${topic} của đồng chí trong đợt “${campaign}” (bản nộp lần ${number}, nhận lúc ${at}) đã được đọc và trả lại để viết lại.`,
    note: (note: string) => `Nhận xét: ${note}`,
    kept: 'Bản đã nộp vẫn được lưu cùng giấy xác nhận.',
    link: 'Xem nhận xét và nộp lại',
  },
  en: {
    subject: (topic: string) => `Your essay on ${topic} was returned for rewriting`,
    lead: (topic: string, campaign: string, number: number, at: string) =>
      `Your essay on ${topic} of “${campaign}” (version ${number}, received at ${at}) was read and returned for rewriting.`,
    note: (note: string) => `Remarks: ${note}`,
    kept: 'What you handed in is kept, with its receipt.',
    link: 'See the remarks and hand in again',
  },
} as const satisfies Record<MailLanguage, object>

export const returnedLetter = (data: ReturnedData): Letter => {
  const { campaign, enrolment, version, review, deadline, now, publicUrl } = data
  const { language } = campaign.reminders
  const words = WORDS[language]
  const topic = topicsPhrase([version.topic], language)
  return letter(
    words.subject(topic),
    enrolment.person.name,
    [
      words.lead(topic, campaign.name, version.number, momentIn(version.receivedAt, language)),
      [topicLine(campaign, version.topic, language)],
      ...(review.note === null ? [] : [words.note(review.note)]),
      `${duePhrase(deadline, now, language)} ${words.kept}`,
      { href: publicUrl, label: words.link, isButton: true },
    ],
    language,
  )
}
