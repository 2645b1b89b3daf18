import { z } from 'zod'
import {
  FILE_TYPES,
  type ReminderSchedule,
  type ReportSchedule,
  USUAL_QUESTIONS,
  USUAL_REMINDERS,
  USUAL_REPORTS,
} from '../domain/campaign.ts'
import { REMINDER_KINDS, SWITCHABLE_KINDS } from '../domain/mail-kind.ts'
import { FORMATS_WITHOUT_ESSAYS } from '../domain/report-format.ts'
import { clean } from '../domain/vietnamese.ts'
import { paragraphs } from './note.ts'

/** A line of text: NFC, single spaces, not empty. */
export const line = (max: number) =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().min(1, 'không được để trống').max(max, `dài quá ${max} ký tự`))

const readableCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mã chỉ gồm chữ thường không dấu, số và dấu -')
  .max(60)
export const topicCode = z.string().regex(/^[A-Z0-9]{1,10}$/, 'mã chuyên đề gồm chữ hoa không dấu và số')
export const campaignCode = readableCode
export const unitCode = readableCode
/** A moment, ISO 8601 with its zone. */
export const moment = z.iso
  .datetime({ offset: true, error: 'cần thời điểm ISO 8601, ví dụ 2018-12-14T10:00:00Z' })
  .transform(text => new Date(text))

const topics = z
  .array(z.object({ code: topicCode, title: line(500) }))
  .min(1, 'cần ít nhất một chuyên đề')
  .max(20)
  .refine(list => new Set(list.map(t => t.code)).size === list.length, 'mã chuyên đề bị trùng')

const fileRules = z.object({
  maxBytes: z
    .int()
    .min(1024)
    .max(200 * 1024 * 1024),
  types: z.array(z.enum(FILE_TYPES)).min(1),
})

const hour = z.int().min(0).max(23)
const weekday = z.int().min(0).max(6)
const weekdays = z.array(weekday).max(7)

/** What is empty is not given: as usual. */
const own = <T extends z.ZodType<string | null>>(text: T) =>
  text.transform(value => value ?? undefined).optional()

export const mailText = z.strictObject({
  subject: own(
    z
      .string()
      .transform(clean)
      .pipe(z.string().max(200, 'dài quá 200 ký tự'))
      .transform(text => text || null),
  ),
  opening: own(paragraphs(2000)),
  closing: own(paragraphs(2000)),
})

const mailTexts = z
  .partialRecord(z.enum(REMINDER_KINDS), z.strictObject({ vi: mailText.optional(), en: mailText.optional() }))
  .meta({
    description:
      'Own words by kind and language, in place of the usual ones; they may name {name}, {unit}, {campaign}, {topics}, {dueAt} and {closesAt}',
  })

const reminders = z.object({
  daysBefore: z.array(z.int().min(0).max(365)).max(30),
  everyDaysAfter: z.int().min(0).max(365),
  lastCallDays: z.int().min(0).max(365),
  hour,
  weekdays: weekdays.min(1, 'cần ít nhất một ngày trong tuần'),
  holidays: z.array(z.iso.date('ngày nghỉ ghi là NĂM-THÁNG-NGÀY')).max(100),
  quietHours: z
    .object({ from: hour, to: hour })
    .refine(({ from, to }) => from !== to, 'giờ bắt đầu và kết thúc phải khác nhau')
    .nullable(),
  digestDays: weekdays,
  language: z.enum(['vi', 'en']),
  off: z.array(z.enum(SWITCHABLE_KINDS)).max(SWITCHABLE_KINDS.length),
  texts: mailTexts,
})

const reports = z.object({
  afterDue: z.boolean(),
  afterClose: z.boolean(),
  weekly: weekday.nullable(),
  formats: z
    .array(
      z.enum(FORMATS_WITHOUT_ESSAYS, {
        error: `báo cáo lập tự động chỉ có các định dạng ${FORMATS_WITHOUT_ESSAYS.join(', ')}`,
      }),
    )
    .min(1, 'cần ít nhất một định dạng')
    .max(FORMATS_WITHOUT_ESSAYS.length),
})

const questions = z
  .array(line(200))
  .min(1, 'cần ít nhất một phần')
  .max(20)
  .refine(list => new Set(list).size === list.length, 'tên phần bị trùng')

const campaign = z.object({
  name: line(300),
  topics,
  requiredTopics: z.union([z.literal('all'), z.int().min(1).max(20)]),
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  graceSeconds: z.int().min(0).max(86_400),
  fileRules,
  reminders,
  reports,
  questions,
})

const newFileRules = z.object({
  maxBytes: fileRules.shape.maxBytes.default(20 * 1024 * 1024),
  types: fileRules.shape.types.default([...FILE_TYPES]),
})

/** What is given of it. */
const setIn = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

/** What is not given is as usual. */
const newReminders = reminders
  .partial()
  .transform((given): ReminderSchedule => ({ ...USUAL_REMINDERS, ...setIn(given) }))
const newReports = reports
  .partial()
  .transform((given): ReportSchedule => ({ ...USUAL_REPORTS, ...setIn(given) }))

/** A campaign as it is written in `config/campaigns/*.yaml` and sent to POST /campaigns. */
export const newCampaign = campaign.extend({
  code: campaignCode,
  requiredTopics: campaign.shape.requiredTopics.default('all'),
  graceSeconds: campaign.shape.graceSeconds.default(300),
  fileRules: newFileRules.default(() => newFileRules.parse({})),
  reminders: newReminders.default(() => newReminders.parse({})),
  reports: newReports.default(USUAL_REPORTS),
  questions: questions.default([...USUAL_QUESTIONS]),
})

/** PATCH: any of them but the code. Without defaults: what is not given stays as it is. */
export const campaignPatch = campaign
  .extend({ fileRules: fileRules.partial(), reminders: reminders.partial(), reports: reports.partial() })
  .partial()
