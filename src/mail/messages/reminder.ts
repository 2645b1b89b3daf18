import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import { owedTopics } from '../../domain/completion.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { ReminderKind, WaveKind } from '../../domain/mail-kind.ts'
import { fillMailText, type UsualTexts } from '../../domain/mail-text.ts'
import { phaseOf } from '../../domain/reminder.ts'
import { type Letter, letter, type MailLanguage, type Part } from '../letter.ts'
import { duePhrase, owedPhrase } from './owed.ts'
import { momentIn, topicLine } from './words.ts'

export interface ReminderData {
  readonly campaign: Pick<Campaign, 'name' | 'topics' | 'requiredTopics'> & {
    readonly reminders: Pick<ReminderSchedule, 'lastCallDays' | 'language' | 'texts'>
  }
  /** What is said where the campaign has no words of its own. */
  readonly usual: UsualTexts
  /** How his unit is called. */
  readonly unit: string
  /** Of somebody who owes. */
  readonly enrolment: Pick<Enrolment, 'person' | 'heads' | 'tally'>
  /** His own. */
  readonly deadline: Deadline
  /** What it was written for; what it says follows the dates as they are now. */
  readonly kind: WaveKind
  readonly now: Date
  readonly publicUrl: string
  /** His own way in, and for how many days it opens; null: he signs in as ever. */
  readonly signIn: { readonly link: string; readonly days: number } | null
}

interface Said {
  readonly owed: string
  readonly due: string
  readonly closes: string
}

const WORDS = {
  vi: {
    owes: ({ owed, due }: Said) => `Đồng chí còn thiếu ${owed}. ${due}`,
    writes: ({ owed, due }: Said) => `Đồng chí viết ${owed}. ${due}`,
    how: 'Bài nộp bằng tệp Word, PDF, ảnh chụp bài viết tay, hoặc viết ngay trên trang. Nộp xong đồng chí có mã xác nhận.',
    today: 'Hôm nay là ngày cuối để nộp đúng hạn.',
    lastCall: ({ closes }: Said) => `Sau ${closes} hệ thống không nhận bài nữa.`,
    button: 'Nộp bài thu hoạch',
    once: (days: number, url: string) =>
      `Liên kết trên đăng nhập bằng tên đồng chí, dùng được một lần, trong ${days} ngày; đồng chí không nên chuyển thư này cho người khác. Về sau đồng chí vào ${url} và chọn “Gửi liên kết đăng nhập”.`,
  },
  en: {
    owes: ({ owed, due }: Said) => `You still owe ${owed}. ${due}`,
    writes: ({ owed, due }: Said) => `You write on ${owed}. ${due}`,
    how: 'Hand in a Word or PDF file, photographs of a handwritten essay, or write on the page. You get a receipt at once.',
    today: 'Today is the last day to be on time.',
    lastCall: ({ closes }: Said) => `Nothing is taken after ${closes}.`,
    button: 'Hand in',
    once: (days: number, url: string) =>
      `The link signs you in, once, for ${days} days; please do not pass this mail on. Later, go to ${url} and ask for a sign-in link.`,
  },
} as const satisfies Record<MailLanguage, object>

/** What can be said in other words: the campaign's own, or the usual ones. */
const wordsOf = (
  { campaign, usual, unit, enrolment, deadline }: ReminderData,
  kind: ReminderKind,
  { owed }: Said,
) => {
  const { language, texts } = campaign.reminders
  const values = {
    name: enrolment.person.name,
    unit,
    campaign: campaign.name,
    topics: owed,
    dueAt: momentIn(deadline.dueAt, language),
    closesAt: momentIn(deadline.closesAt, language),
  }
  const text = { ...usual[kind][language], ...texts[kind]?.[language] }
  const filled = (part = ''): string => fillMailText(part, values)
  const paragraphs = (part = ''): readonly string[] =>
    part
      .split('\n\n')
      .filter(paragraph => paragraph.trim() !== '')
      .map(filled)
  return {
    subject: filled(text.subject),
    opening: paragraphs(text.opening),
    closing: paragraphs(text.closing),
  }
}

/** An invitation, or a reminder in the words of the moment: before the due date, on the day, after it, before the closing. */
export const reminderLetter = (data: ReminderData): Letter => {
  const { campaign, enrolment, deadline, kind, now, publicUrl, signIn } = data
  const { language } = campaign.reminders
  const words = WORDS[language]
  const said: Said = {
    owed: owedPhrase(campaign, enrolment, language),
    due: duePhrase(deadline, now, language),
    closes: momentIn(deadline.closesAt, language),
  }
  const topics = owedTopics(campaign, enrolment.heads, false).map(code => topicLine(campaign, code, language))
  const wayIn: readonly Part[] = [
    { href: signIn?.link ?? publicUrl, label: words.button, isButton: true },
    ...(signIn === null ? [] : [words.once(signIn.days, publicUrl)]),
  ]
  const to = enrolment.person.name
  if (kind === 'invitation') {
    const { subject, opening, closing } = wordsOf(data, kind, said)
    const body = [words.writes(said), topics, words.how]
    return letter(subject, to, [...opening, ...body, ...wayIn, ...closing], language)
  }
  const phase = phaseOf(deadline, campaign.reminders, now)
  const { subject, opening, closing } = wordsOf(data, phase, said)
  // One by hand says no more than that it reminds, unless the campaign has a subject of its own.
  const isPlain = kind === 'reminder' && campaign.reminders.texts[phase]?.[language]?.subject === undefined
  return letter(
    isPlain ? wordsOf(data, 'before-due', said).subject : subject,
    to,
    [
      ...opening,
      words.owes(said),
      ...(phase === 'due-day' ? [words.today] : []),
      ...(phase === 'last-call' ? [words.lastCall(said)] : []),
      topics,
      ...wayIn,
      ...closing,
    ],
    language,
  )
}
