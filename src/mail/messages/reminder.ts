import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import { owedTopics } from '../../domain/completion.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { Enrolment } from '../../domain/enrolment.ts'
import type { ReminderKind, WaveKind } from '../../domain/mail-kind.ts'
import { fillMailText, type MailText } from '../../domain/mail-text.ts'
import { phaseOf } from '../../domain/reminder.ts'
import { type Letter, letter, type MailLanguage, type Part } from '../letter.ts'
import { duePhrase, owedPhrase } from './owed.ts'
import { momentIn, topicLine } from './words.ts'

export interface ReminderData {
  readonly campaign: Pick<Campaign, 'name' | 'topics' | 'requiredTopics'> & {
    readonly reminders: Pick<ReminderSchedule, 'lastCallDays' | 'language' | 'texts'>
  }
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
  readonly campaign: string
  readonly due: string
  readonly closes: string
}

const WORDS = {
  vi: {
    about: ({ campaign }: Said) => `Về bài thu hoạch của đợt “${campaign}”:`,
    owes: ({ owed, due }: Said) => `Đồng chí còn thiếu ${owed}. ${due}`,
    subject: {
      invitation: ({ campaign }: Said) => `Mời viết bài thu hoạch: ${campaign}`,
      reminder: ({ owed }: Said) => `Nhắc nộp bài thu hoạch: còn thiếu ${owed}`,
      'before-due': ({ owed }: Said) => `Nhắc nộp bài thu hoạch: còn thiếu ${owed}`,
      'due-day': ({ owed }: Said) => `Hôm nay hết hạn nộp bài thu hoạch: còn thiếu ${owed}`,
      'after-due': ({ owed }: Said) => `Quá hạn nộp bài thu hoạch: còn thiếu ${owed}`,
      'last-call': ({ owed }: Said) => `Sắp đóng đợt nộp bài thu hoạch: còn thiếu ${owed}`,
    },
    invited: ({ campaign }: Said) =>
      `Đồng chí có tên trong danh sách viết bài thu hoạch của đợt “${campaign}”.`,
    writes: ({ owed, due }: Said) => `Đồng chí viết ${owed}. ${due}`,
    how: 'Bài nộp bằng tệp Word, PDF, ảnh chụp bài viết tay, hoặc viết ngay trên trang. Nộp xong đồng chí có mã xác nhận.',
    today: 'Hôm nay là ngày cuối để nộp đúng hạn.',
    lastCall: ({ closes }: Said) => `Sau ${closes} hệ thống không nhận bài nữa.`,
    button: 'Nộp bài thu hoạch',
    once: (days: number, url: string) =>
      `Liên kết trên đăng nhập bằng tên đồng chí, dùng được một lần, trong ${days} ngày; đồng chí không nên chuyển thư này cho người khác. Về sau đồng chí vào ${url} và chọn “Gửi liên kết đăng nhập”.`,
    ignore: 'Nếu đồng chí vừa nộp bài, xin bỏ qua thư này.',
  },
  en: {
    about: ({ campaign }: Said) => `About the essays of “${campaign}”:`,
    owes: ({ owed, due }: Said) => `You still owe ${owed}. ${due}`,
    subject: {
      invitation: ({ campaign }: Said) => `Invitation to write: ${campaign}`,
      reminder: ({ owed }: Said) => `Reminder: ${owed} still missing`,
      'before-due': ({ owed }: Said) => `Reminder: ${owed} still missing`,
      'due-day': ({ owed }: Said) => `Due today: ${owed} still missing`,
      'after-due': ({ owed }: Said) => `Overdue: ${owed} still missing`,
      'last-call': ({ owed }: Said) => `Closing soon: ${owed} still missing`,
    },
    invited: ({ campaign }: Said) => `You are on the roster of “${campaign}”.`,
    writes: ({ owed, due }: Said) => `You write on ${owed}. ${due}`,
    how: 'Hand in a Word or PDF file, photographs of a handwritten essay, or write on the page. You get a receipt at once.',
    today: 'Today is the last day to be on time.',
    lastCall: ({ closes }: Said) => `Nothing is taken after ${closes}.`,
    button: 'Hand in',
    once: (days: number, url: string) =>
      `The link signs you in, once, for ${days} days; please do not pass this mail on. Later, go to ${url} and ask for a sign-in link.`,
    ignore: 'If you have just handed in, ignore this mail.',
  },
} as const satisfies Record<MailLanguage, object>

/** What the campaign says in words of its own, for this reader; what it does not say is undefined. */
const ownWords = (
  { campaign, enrolment, deadline }: ReminderData,
  kind: ReminderKind,
  { owed }: Said,
): {
  readonly subject: string | undefined
  readonly opening?: readonly string[]
  readonly closing?: readonly string[]
} => {
  const { language, texts } = campaign.reminders
  const text: MailText = texts[kind]?.[language] ?? {}
  const values = {
    name: enrolment.person.name,
    campaign: campaign.name,
    topics: owed,
    dueAt: momentIn(deadline.dueAt, language),
    closesAt: momentIn(deadline.closesAt, language),
  }
  const filled = (part: string): string => fillMailText(part, values)
  const paragraphs = (part: string): readonly string[] => part.split('\n\n').map(filled)
  return {
    subject: text.subject && filled(text.subject),
    ...(text.opening === undefined ? {} : { opening: paragraphs(text.opening) }),
    ...(text.closing === undefined ? {} : { closing: paragraphs(text.closing) }),
  }
}

/** An invitation, or a reminder in the words of the moment: before the due date, on the day, after it, before the closing. */
export const reminderLetter = (data: ReminderData): Letter => {
  const { campaign, enrolment, deadline, kind, now, publicUrl, signIn } = data
  const { language } = campaign.reminders
  const words = WORDS[language]
  const said: Said = {
    owed: owedPhrase(campaign, enrolment, language),
    campaign: campaign.name,
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
    const { subject, opening, closing } = ownWords(data, kind, said)
    return letter(
      subject ?? words.subject.invitation(said),
      to,
      [
        ...(opening ?? [words.invited(said)]),
        words.writes(said),
        topics,
        words.how,
        ...wayIn,
        ...(closing ?? []),
      ],
      language,
    )
  }
  const phase = phaseOf(deadline, campaign.reminders, now)
  const { subject, opening, closing } = ownWords(data, phase, said)
  return letter(
    subject ?? words.subject[kind === 'reminder' ? kind : phase](said),
    to,
    [
      ...(opening ?? [words.about(said)]),
      words.owes(said),
      ...(phase === 'due-day' ? [words.today] : []),
      ...(phase === 'last-call' ? [words.lastCall(said)] : []),
      topics,
      ...wayIn,
      ...(closing ?? [words.ignore]),
    ],
    language,
  )
}
