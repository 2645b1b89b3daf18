import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { EssayVersion } from '../../domain/essay.ts'
import { type Letter, letter, type MailLanguage } from '../letter.ts'
import { duePhrase, owedPhrase } from './owed.ts'
import { momentIn, spanIn, topicLine, topicsPhrase } from './words.ts'

type Received = Pick<
  EssayVersion,
  'topic' | 'number' | 'receipt' | 'file' | 'paper' | 'receivedAt' | 'late' | 'lateBy' | 'onBehalf'
>

interface ReceiptData {
  readonly campaign: Pick<Campaign, 'name' | 'topics' | 'requiredTopics'> & {
    readonly reminders: Pick<ReminderSchedule, 'language'>
  }
  readonly enrolment: Pick<Enrolment, 'person' | 'heads' | 'tally'>
  readonly deadline: Deadline
  /** All topics of one hand-in. */
  readonly versions: readonly [Received, ...Received[]]
  readonly now: Date
  readonly publicUrl: string
}

const WORDS = {
  vi: {
    subject: (topics: string) => `Đã nhận bài thu hoạch ${topics}`,
    received: (topics: string, campaign: string, at: string, isPaper: boolean) =>
      `${isPaper ? 'Đơn vị đã nhận bản giấy' : 'Hệ thống đã nhận'} bài thu hoạch ${topics} của đồng chí trong đợt “${campaign}” lúc ${at}`,
    onTime: 'đúng hạn',
    late: (span: string) => `nộp muộn ${span}`,
    onBehalf: 'Bài do đơn vị nộp thay đồng chí.',
    line: (topic: string, number: number, receipt: string) =>
      `${topic}. Bản nộp lần ${number}, mã xác nhận: ${receipt}`,
    paper: 'Bản giấy, do đơn vị giữ.',
    note: (note: string) => `Ghi chú: ${note}`,
    file: (name: string, sha256: string) => `Tệp: ${name}. Dấu vân tay của tệp (SHA-256): ${sha256}`,
    keep: 'Đồng chí hãy giữ thư này: mã xác nhận chứng tỏ bài đã nộp.',
    complete: 'Đồng chí đã nộp đủ bài thu hoạch.',
    owes: (owed: string, due: string) => `Đồng chí còn thiếu ${owed}. ${due}`,
    link: 'Xem bài đã nộp',
  },
  en: {
    subject: (topics: string) => `Received: ${topics}`,
    received: (topics: string, campaign: string, at: string, isPaper: boolean) =>
      `${isPaper ? 'Your unit received on paper' : 'The system received'} your essay on ${topics} of “${campaign}” at ${at}`,
    onTime: 'on time',
    late: (span: string) => `late by ${span}`,
    onBehalf: 'Your unit handed it in for you.',
    line: (topic: string, number: number, receipt: string) =>
      `${topic}. Version ${number}, receipt: ${receipt}`,
    paper: 'On paper, kept by your unit.',
    note: (note: string) => `Note: ${note}`,
    file: (name: string, sha256: string) => `File: ${name}. Fingerprint of the file (SHA-256): ${sha256}`,
    keep: 'Keep this mail: the receipt proves that you handed in.',
    complete: 'You have handed in everything.',
    owes: (owed: string, due: string) => `You still owe ${owed}. ${due}`,
    link: 'See what you handed in',
  },
} as const satisfies Record<MailLanguage, object>

const stillOwed = ({ campaign, enrolment, deadline, now }: ReceiptData): string => {
  const { language } = campaign.reminders
  return enrolment.tally.missing === 0
    ? WORDS[language].complete
    : WORDS[language].owes(owedPhrase(campaign, enrolment, language), duePhrase(deadline, now, language))
}

export const receiptLetter = (data: ReceiptData): Letter => {
  const { campaign, enrolment, versions, publicUrl } = data
  const { language } = campaign.reminders
  const words = WORDS[language]
  const [{ receivedAt, late, lateBy, file, paper, onBehalf }] = versions
  const topics = topicsPhrase(
    versions.map(({ topic }) => topic),
    language,
  )
  const received = words.received(topics, campaign.name, momentIn(receivedAt, language), file === null)
  const punctual = late ? words.late(spanIn(lateBy, language)) : words.onTime
  return letter(
    words.subject(topics),
    enrolment.person.name,
    [
      `${received}, ${punctual}.${onBehalf && file !== null ? ` ${words.onBehalf}` : ''}`,
      versions.map(({ topic, number, receipt }) =>
        words.line(topicLine(campaign, topic, language), number, receipt),
      ),
      file === null
        ? [words.paper, ...(paper?.note == null ? [] : [words.note(paper.note)])].join(' ')
        : words.file(file.name, file.sha256),
      words.keep,
      stillOwed(data),
      { href: publicUrl, label: words.link, isButton: true },
    ],
    language,
  )
}
