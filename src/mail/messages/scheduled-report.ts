import type { Campaign, ReminderSchedule } from '../../domain/campaign.ts'
import type { ReportOccasion } from '../../domain/report-moment.ts'
import { type Letter, letter, type MailLanguage } from '../letter.ts'
import { momentIn } from './words.ts'

interface ScheduledReportData {
  readonly campaign: Pick<Campaign, 'name'> & { readonly reminders: Pick<ReminderSchedule, 'language'> }
  /** Who reads it. */
  readonly name: string
  readonly occasion: ReportOccasion
  readonly cutoff: Date
  /** By the name of the unit; not empty. */
  readonly reports: readonly { readonly unit: string; readonly href: string }[]
  /** Those of the units below the one told of, and the page that lists them. */
  readonly others: { readonly count: number; readonly href: string } | null
  /** Where such mails are switched off; null: others do that. */
  readonly switches: string | null
}

const WORDS = {
  vi: {
    occasion: { weekly: 'hằng tuần', 'after-due': 'sau hạn nộp', 'after-close': 'sau khi đóng đợt' },
    subject: (unit: string, occasion: string) => `Báo cáo tổng hợp ${occasion}: ${unit}`,
    units: (n: number) => `${n} đơn vị`,
    lead: (campaign: string, occasion: string, cutoff: string) =>
      `Báo cáo tổng hợp của đợt “${campaign}” đã được lập tự động ${occasion}. Số liệu đến ${cutoff}.`,
    see: (unit: string) => `Xem báo cáo của ${unit}`,
    others: (n: number) => `Xem báo cáo của ${n} đơn vị trực thuộc`,
    there: 'Tệp của báo cáo tải về từ trang đó, sau khi đăng nhập.',
    off: 'Tắt loại thư này',
  },
  en: {
    occasion: {
      weekly: 'of the week',
      'after-due': 'after the due date',
      'after-close': 'after the closing',
    },
    subject: (unit: string, occasion: string) => `Report ${occasion}: ${unit}`,
    units: (n: number) => `${n} units`,
    lead: (campaign: string, occasion: string, cutoff: string) =>
      `The report ${occasion} on “${campaign}” was compiled by itself. Figures until ${cutoff}.`,
    see: (unit: string) => `See the report of ${unit}`,
    others: (n: number) =>
      n === 1 ? 'See the report of the unit below it' : `See the reports of the ${n} units below it`,
    there: 'The files are to be had there, after signing in.',
    off: 'Switch these mails off',
  },
} as const satisfies Record<MailLanguage, object>

/** That reports were compiled, and where: the files themselves stay in the house. */
export const scheduledReportLetter = ({
  campaign,
  name,
  occasion,
  cutoff,
  reports,
  others,
  switches,
}: ScheduledReportData): Letter => {
  const { language } = campaign.reminders
  const words = WORDS[language]
  const when = words.occasion[occasion]
  const [first, ...more] = reports
  const whose = first !== undefined && more.length === 0 ? first.unit : words.units(reports.length)
  return letter(
    words.subject(whose, when),
    name,
    [
      words.lead(campaign.name, when, momentIn(cutoff, language)),
      ...reports.map(({ unit, href }) => ({
        href,
        label: words.see(unit),
        ...(more.length === 0 ? { isButton: true as const } : {}),
      })),
      ...(others === null ? [] : [{ href: others.href, label: words.others(others.count) }]),
      words.there,
      ...(switches === null ? [] : [{ href: switches, label: words.off }]),
    ],
    language,
  )
}
