import type { SwitchableKind } from './mail-kind.ts'
import type { MailTexts } from './mail-text.ts'
import { FORMATS_WITHOUT_ESSAYS, type ReportFormat } from './report-format.ts'

/** A code is readable and stable: lower case ASCII words joined by hyphens, as in `nghi-quyet-12-cdvn`. */
export type CampaignCode = string
/** A topic's code within its campaign, as in `CD1`. */
export type TopicCode = string

export interface Topic {
  readonly code: TopicCode
  readonly title: string
}

/** Kinds of file an essay may come as. */
export const FILE_TYPES = ['pdf', 'doc', 'docx', 'odt', 'rtf', 'jpg', 'png'] as const
export type FileType = (typeof FILE_TYPES)[number]

export interface FileRules {
  /** In bytes. */
  readonly maxBytes: number
  readonly types: readonly FileType[]
}

/** What guides to such essays usually ask for. */
export const USUAL_QUESTIONS = [
  'Nhận thức về nội dung nghị quyết',
  'Liên hệ bản thân, đơn vị',
  'Kế hoạch, giải pháp của bản thân',
] as const

export interface ReminderSchedule {
  /** Days before the due date on which a mail goes out, e.g. [7, 3, 1]; one goes out on the day itself. */
  readonly daysBefore: readonly number[]
  /** After the due date, a mail every so many days until the closing; 0 for none. */
  readonly everyDaysAfter: number
  /** So many days before the closing the last call goes out; 0 for none. */
  readonly lastCallDays: number
  /** Hour of the day in Asia/Ho_Chi_Minh, 0–23. */
  readonly hour: number
  /** Days of the week on which mails go out, 0 = Sunday: others give way to the nearest of these. */
  readonly weekdays: readonly number[]
  /** Calendar days in Asia/Ho_Chi_Minh, `YYYY-MM-DD`, on which none goes out. */
  readonly holidays: readonly string[]
  /** Hours between which nothing of the schedule is sent, e.g. from 21 to 6; null: at any hour. */
  readonly quietHours: { readonly from: number; readonly to: number } | null
  /** Days of the week on which staff are told how far their units are. */
  readonly digestDays: readonly number[]
  /** What the mails are written in. */
  readonly language: 'vi' | 'en'
  /** Kinds that nobody gets. */
  readonly off: readonly SwitchableKind[]
  /** The campaign's own words, in place of the usual ones. */
  readonly texts: MailTexts
}

export const USUAL_REMINDERS: ReminderSchedule = {
  daysBefore: [7, 3, 1],
  everyDaysAfter: 7,
  lastCallDays: 1,
  hour: 8,
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  holidays: [],
  quietHours: { from: 21, to: 6 },
  digestDays: [1],
  language: 'vi',
  off: [],
  texts: {},
}

/** When reports of all units are compiled by themselves, each at the hour of the reminders; see domain/report-moment.ts. */
export interface ReportSchedule {
  readonly afterDue: boolean
  readonly afterClose: boolean
  /** Day of the week on which they are compiled while the campaign is open, 0 = Sunday; null: on none. */
  readonly weekly: number | null
  /** Never with the essays in them. */
  readonly formats: readonly ReportFormat[]
}

export const USUAL_REPORTS: ReportSchedule = {
  afterDue: true,
  afterClose: true,
  weekly: null,
  formats: FORMATS_WITHOUT_ESSAYS,
}

export interface Campaign {
  readonly code: CampaignCode
  readonly name: string
  readonly topics: readonly Topic[]
  /** How many topics a person must write on. */
  readonly requiredTopics: 'all' | number
  readonly opensAt: Date
  readonly dueAt: Date
  /** Late essays are taken until then. */
  readonly closesAt: Date
  /** Unannounced: what arrives this much after a limit still counts as before it. */
  readonly graceSeconds: number
  readonly fileRules: FileRules
  readonly reminders: ReminderSchedule
  readonly reports: ReportSchedule
  /** The parts of an essay, which head the fields for those who type it. */
  readonly questions: readonly string[]
}

export const requiredCount = (campaign: Pick<Campaign, 'topics' | 'requiredTopics'>): number =>
  campaign.requiredTopics === 'all'
    ? campaign.topics.length
    : Math.min(campaign.requiredTopics, campaign.topics.length)

/** The campaign people mean today: of those that have opened the newest, else the next. Given newest opening first. */
export const currentCampaign = (campaigns: readonly Campaign[], now: Date): Campaign | undefined =>
  campaigns.find(({ opensAt }) => opensAt <= now) ?? campaigns.at(-1)

export type CampaignState = 'upcoming' | 'open' | 'late' | 'closed'

/** Where a campaign is by its own dates, without anybody's extension. */
export const campaignState = (
  { opensAt, dueAt, closesAt }: Pick<Campaign, 'opensAt' | 'dueAt' | 'closesAt'>,
  now: Date,
): CampaignState => {
  if (now < opensAt) return 'upcoming'
  if (now <= dueAt) return 'open'
  return now <= closesAt ? 'late' : 'closed'
}
