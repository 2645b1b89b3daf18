import { z } from 'zod'
import { type Campaign, FILE_TYPES } from '../../domain/campaign.ts'
import { REMINDER_KINDS, SWITCHABLE_KINDS } from '../../domain/mail-kind.ts'
import { type Actor, rolesOf } from '../../domain/permission.ts'
import { REPORT_FORMATS } from '../../domain/report-format.ts'
import { campaignCode } from '../../wire/campaign.ts'

/** Shapes that several routes answer with. Each is named for the OpenAPI document. */
export const campaignParams = z.object({ c: campaignCode })

/** Ids are taken as they come; what is no id of ours is simply not found. */
export const documentId = z.string().min(1).max(60)

export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\u0021-\u007E]{1,200}$/, 'Idempotency-Key gồm 1 đến 200 ký tự ASCII, không có dấu cách')
    .optional()
    .meta({ description: 'A retry under the same key gets the same answer, and nothing is done twice' }),
})

/** A moment as it leaves: ISO 8601 UTC. */
export const isoTime = z.iso.datetime()

const shownText = z.object({
  subject: z.string().optional(),
  opening: z.string().optional(),
  closing: z.string().optional(),
})

export const campaignAnswer = z
  .object({
    code: z.string(),
    name: z.string(),
    topics: z.array(z.object({ code: z.string(), title: z.string() })),
    requiredTopics: z.union([z.literal('all'), z.int()]),
    opensAt: isoTime,
    dueAt: isoTime,
    closesAt: isoTime,
    graceSeconds: z.int().optional().meta({ description: 'Unannounced: shown to admins only' }),
    fileRules: z.object({ maxBytes: z.int(), types: z.array(z.enum(FILE_TYPES)) }),
    reminders: z.object({
      daysBefore: z.array(z.int()),
      everyDaysAfter: z.int(),
      lastCallDays: z.int(),
      hour: z.int(),
      weekdays: z.array(z.int()).meta({ description: '0 = Sunday' }),
      holidays: z.array(z.string()),
      quietHours: z.object({ from: z.int(), to: z.int() }).nullable(),
      digestDays: z.array(z.int()),
      language: z.enum(['vi', 'en']),
      off: z.array(z.enum(SWITCHABLE_KINDS)),
      texts: z.partialRecord(
        z.enum(REMINDER_KINDS),
        z.object({ vi: shownText.optional(), en: shownText.optional() }),
      ),
    }),
    reports: z
      .object({
        afterDue: z.boolean(),
        afterClose: z.boolean(),
        weekly: z.int().nullable().meta({ description: '0 = Sunday; null: on no day' }),
        formats: z.array(z.enum(REPORT_FORMATS)),
      })
      .meta({
        description:
          'When reports of all units are compiled by themselves and mailed as links, at the hour of the reminders',
      }),
    questions: z.array(z.string()).meta({ description: 'The parts of an essay' }),
  })
  .meta({ id: 'Campaign' })

export const presentCampaign = (
  { graceSeconds, opensAt, dueAt, closesAt, ...rest }: Campaign,
  actor: Actor,
): z.input<typeof campaignAnswer> => ({
  ...rest,
  topics: rest.topics.map(({ code, title }) => ({ code, title })),
  fileRules: { maxBytes: rest.fileRules.maxBytes, types: [...rest.fileRules.types] },
  reminders: {
    ...rest.reminders,
    daysBefore: [...rest.reminders.daysBefore],
    weekdays: [...rest.reminders.weekdays],
    holidays: [...rest.reminders.holidays],
    digestDays: [...rest.reminders.digestDays],
    off: [...rest.reminders.off],
  },
  reports: { ...rest.reports, formats: [...rest.reports.formats] },
  questions: [...rest.questions],
  opensAt: opensAt.toISOString(),
  dueAt: dueAt.toISOString(),
  closesAt: closesAt.toISOString(),
  ...(rolesOf(actor).includes('admin') ? { graceSeconds } : {}),
})
