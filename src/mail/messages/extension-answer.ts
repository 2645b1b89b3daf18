import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { RequestAnswer } from '../../domain/extension-request.ts'
import { type Letter, letter, type MailLanguage } from '../letter.ts'
import { duePhrase } from './owed.ts'
import { momentIn } from './words.ts'

interface AnswerData {
  readonly campaign: Pick<Campaign, 'name'> & { readonly reminders: Pick<ReminderSchedule, 'language'> }
  readonly enrolment: Pick<Enrolment, 'person'>
  /** What he asked for. */
  readonly request: { readonly dueAt: Date }
  readonly answer: Pick<RequestAnswer, 'verdict' | 'note' | 'dueAt'>
  /** His own, as it is now. */
  readonly deadline: Deadline
  readonly now: Date
  readonly publicUrl: string
}

const WORDS = {
  vi: {
    approvedSubject: (due: string) => `Được gia hạn nộp bài thu hoạch đến ${due}`,
    refusedSubject: 'Về đề nghị gia hạn nộp bài thu hoạch',
    asked: (campaign: string, due: string) =>
      `Đồng chí đã đề nghị gia hạn nộp bài thu hoạch của đợt “${campaign}” đến ${due}.`,
    approved: (due: string) => `Đề nghị được đồng ý: đồng chí nộp bài đến ${due}.`,
    refused: (due: string) => `Đề nghị không được đồng ý. ${due}`,
    note: (note: string) => `Lời nhắn: ${note}`,
    button: 'Nộp bài thu hoạch',
  },
  en: {
    approvedSubject: (due: string) => `You may hand in until ${due}`,
    refusedSubject: 'Your request for an extension',
    asked: (campaign: string, due: string) => `You asked for an extension of “${campaign}” until ${due}.`,
    approved: (due: string) => `It was approved: you may hand in until ${due}.`,
    refused: (due: string) => `It was refused. ${due}`,
    note: (note: string) => `Note: ${note}`,
    button: 'Hand in',
  },
} as const satisfies Record<MailLanguage, object>

export const extensionAnswerLetter = (data: AnswerData): Letter => {
  const { campaign, enrolment, request, answer, deadline, now, publicUrl } = data
  const { language } = campaign.reminders
  const words = WORDS[language]
  const granted = answer.dueAt === null ? null : momentIn(answer.dueAt, language)
  return letter(
    granted === null ? words.refusedSubject : words.approvedSubject(granted),
    enrolment.person.name,
    [
      words.asked(campaign.name, momentIn(request.dueAt, language)),
      granted === null ? words.refused(duePhrase(deadline, now, language)) : words.approved(granted),
      ...(answer.note === null ? [] : [words.note(answer.note)]),
      { href: publicUrl, label: words.button, isButton: true },
    ],
    language,
  )
}
