import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import type { Totals } from '../../domain/progress.ts'
import { type Letter, letter, type MailLanguage, type Part } from '../letter.ts'
import { momentIn } from './words.ts'

interface DigestData {
  readonly campaign: Pick<Campaign, 'name' | 'dueAt'> & {
    readonly reminders: Pick<ReminderSchedule, 'language'>
  }
  /** Who reads it. */
  readonly name: string
  readonly unit: string
  readonly totals: Totals
  readonly children: readonly { readonly unit: string; readonly totals: Totals }[]
  /** A list goes with it. */
  readonly hasList: boolean
  /** Where one sees who owes, and where such mails are switched off. */
  readonly pages: { readonly owing: string; readonly switches: string }
}

const owing = ({ partial, nothing }: Totals): number => partial + nothing
const writing = ({ people, exempt }: Totals): number => people - exempt

const WORDS = {
  vi: {
    subject: (n: string, of: string, unit: string) =>
      `${n} trong ${of} cán bộ chưa nộp đủ bài thu hoạch: ${unit}`,
    lead: (campaign: string, unit: string, due: string) =>
      `Tình hình nộp bài thu hoạch của ${unit}, đợt “${campaign}”. Hạn nộp: ${due}.`,
    sums: (n: string, of: string, got: string, expected: string) =>
      `${n} trong ${of} cán bộ chưa nộp đủ bài; đã nhận ${got} trong ${expected} bài.`,
    byUnit: 'Theo đơn vị, nhiều người chưa nộp nhất đứng trước:',
    row: (unit: string, n: string, of: string) => `${unit}: ${n} trong ${of} chưa nộp đủ`,
    list: 'Danh sách người chưa nộp đủ ở tệp kèm theo.',
    button: 'Xem ai chưa nộp',
    off: 'Tắt loại thư này',
  },
  en: {
    subject: (n: string, of: string, unit: string) => `${n} of ${of} people still owe an essay: ${unit}`,
    lead: (campaign: string, unit: string, due: string) =>
      `How far ${unit} is with “${campaign}”. Due: ${due}.`,
    sums: (n: string, of: string, got: string, expected: string) =>
      `${n} of ${of} people still owe an essay; ${got} of ${expected} essays were received.`,
    byUnit: 'By unit, those with most people missing first:',
    row: (unit: string, n: string, of: string) => `${unit}: ${n} of ${of} still owe`,
    list: 'The list of those who owe is attached.',
    button: 'See who has not submitted',
    off: 'Switch these mails off',
  },
} as const satisfies Record<MailLanguage, object>

const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const

/** How far a unit is, for those who answer for it. */
export const digestLetter = ({
  campaign,
  name,
  unit,
  totals,
  children,
  hasList,
  pages,
}: DigestData): Letter => {
  const { language } = campaign.reminders
  const words = WORDS[language]
  const number = (n: number): string => NUMBERS[language].format(n)
  const rows = children
    .filter(child => owing(child.totals) > 0)
    .toSorted((a, b) => owing(b.totals) - owing(a.totals))
    .map(child => words.row(child.unit, number(owing(child.totals)), number(writing(child.totals))))
  const [missing, all] = [number(owing(totals)), number(writing(totals))]
  const parts: readonly Part[] = [
    words.lead(campaign.name, unit, momentIn(campaign.dueAt, language)),
    words.sums(missing, all, number(totals.submitted), number(totals.expected)),
    ...(rows.length === 0 ? [] : [words.byUnit, rows]),
    ...(hasList ? [words.list] : []),
    { href: pages.owing, label: words.button, isButton: true },
    { href: pages.switches, label: words.off },
  ]
  return letter(words.subject(missing, all, unit), name, parts, language)
}
