import { z } from 'zod'
import { type Campaign, FILE_TYPES } from '../../../../domain/campaign.ts'
import { wallClock, writeDay } from '../../../../domain/time.ts'
import { campaignSeal } from '../../../../queries/campaign-seal.ts'

const text = (max: number) => z.string().max(max).default('')
const several = (max: number) =>
  z
    .union([z.string().max(max), z.array(z.string().max(max)).max(100)])
    .default([])
    .transform(value => [value].flat())

/** As typed: what is wrong with it is told in the form. */
export const campaignForm = z.object({
  code: text(200),
  name: text(2000),
  opensAt: text(40),
  dueAt: text(40),
  closesAt: text(40),
  graceSeconds: text(20),
  topicCode: several(100),
  topicTitle: several(2000),
  requiredTopics: text(10),
  questions: text(10_000),
  maxMegabytes: text(20),
  types: several(10),
  daysBefore: text(300),
  everyDaysAfter: text(20),
  lastCallDays: text(20),
  hour: text(20),
  weekdays: several(10),
  holidays: text(2000),
  quietFrom: text(10),
  quietTo: text(10),
  digestDays: several(10),
  mailLanguage: text(10),
  off: several(30),
  reportTimes: several(20),
  reportDay: text(10),
  reportFormats: several(10),
  /** Seal of the campaign that the form began from. */
  seen: text(100),
  /** `confirm`: what was previewed is to be done; `edit`: back to the form. */
  step: z.enum(['confirm', 'edit']).optional().catch(undefined),
})
export type TypedCampaign = Omit<z.output<typeof campaignForm>, 'step'>

/** Once each, after a date of the campaign. */
export const REPORT_TIMES = ['afterDue', 'afterClose'] as const

export const MEGABYTE = 1024 * 1024

/** `2018-12-14T17:00`, as it is in Hanoi. */
const localMoment = (at: Date): string => wallClock(at).toISOString().slice(0, 16)

/** A campaign as its form shows it. */
export const typedOf = (campaign: Campaign): TypedCampaign => ({
  code: campaign.code,
  name: campaign.name,
  opensAt: localMoment(campaign.opensAt),
  dueAt: localMoment(campaign.dueAt),
  closesAt: localMoment(campaign.closesAt),
  graceSeconds: String(campaign.graceSeconds),
  topicCode: campaign.topics.map(({ code }) => code),
  topicTitle: campaign.topics.map(({ title }) => title),
  requiredTopics: String(campaign.requiredTopics),
  questions: campaign.questions.join('\n'),
  maxMegabytes: String(Math.max(1, Math.round(campaign.fileRules.maxBytes / MEGABYTE))),
  types: [...campaign.fileRules.types],
  daysBefore: campaign.reminders.daysBefore.join(', '),
  everyDaysAfter: String(campaign.reminders.everyDaysAfter),
  lastCallDays: String(campaign.reminders.lastCallDays),
  hour: String(campaign.reminders.hour),
  weekdays: campaign.reminders.weekdays.map(String),
  holidays: campaign.reminders.holidays.map(writeDay).join('\n'),
  quietFrom: String(campaign.reminders.quietHours?.from ?? ''),
  quietTo: String(campaign.reminders.quietHours?.to ?? ''),
  digestDays: campaign.reminders.digestDays.map(String),
  mailLanguage: campaign.reminders.language,
  off: [...campaign.reminders.off],
  reportTimes: REPORT_TIMES.filter(time => campaign.reports[time]),
  reportDay: String(campaign.reports.weekly ?? ''),
  reportFormats: [...campaign.reports.formats],
  seen: campaignSeal(campaign),
})

export const isFileType = (type: string): type is (typeof FILE_TYPES)[number] =>
  FILE_TYPES.some(known => known === type)

/** Every field as the browser sent it, to send again with the confirmation. */
export const entriesOf = (typed: TypedCampaign): readonly (readonly [string, string])[] =>
  Object.entries(typed).flatMap(([name, value]) => [value].flat().map(one => [name, one] as const))
