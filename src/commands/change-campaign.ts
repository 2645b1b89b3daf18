import type {
  Campaign,
  CampaignCode,
  FileRules,
  ReminderSchedule,
  ReportSchedule,
} from '../domain/campaign.ts'
import { changesWhatIsOwed } from '../domain/campaign-change.ts'
import { checkCampaign } from '../domain/campaign-rules.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'
import { campaignSeal } from '../queries/campaign-seal.ts'

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined }

/**
 * What is not given stays as it is, within `fileRules`, `reminders` and `reports` too. `seen` is the seal of the campaign that
 * the change was made from: where it has changed since, nothing is done (`campaign-changed`).
 */
export type CampaignPatch = Given<Omit<Campaign, 'code' | 'fileRules' | 'reminders' | 'reports'>> & {
  readonly fileRules?: Given<FileRules> | undefined
  readonly reminders?: Given<ReminderSchedule> | undefined
  readonly reports?: Given<ReportSchedule> | undefined
  readonly seen?: string | undefined
}

const patched = (
  campaign: Campaign,
  { fileRules, reminders, reports, ...rest }: CampaignPatch,
): Campaign => ({
  code: campaign.code,
  name: rest.name ?? campaign.name,
  topics: rest.topics ?? campaign.topics,
  requiredTopics: rest.requiredTopics ?? campaign.requiredTopics,
  opensAt: rest.opensAt ?? campaign.opensAt,
  dueAt: rest.dueAt ?? campaign.dueAt,
  closesAt: rest.closesAt ?? campaign.closesAt,
  graceSeconds: rest.graceSeconds ?? campaign.graceSeconds,
  fileRules: {
    maxBytes: fileRules?.maxBytes ?? campaign.fileRules.maxBytes,
    types: fileRules?.types ?? campaign.fileRules.types,
  },
  reminders: {
    daysBefore: reminders?.daysBefore ?? campaign.reminders.daysBefore,
    everyDaysAfter: reminders?.everyDaysAfter ?? campaign.reminders.everyDaysAfter,
    lastCallDays: reminders?.lastCallDays ?? campaign.reminders.lastCallDays,
    hour: reminders?.hour ?? campaign.reminders.hour,
    weekdays: reminders?.weekdays ?? campaign.reminders.weekdays,
    holidays: reminders?.holidays ?? campaign.reminders.holidays,
    // Nothing can be said by null here: it stands for "at any hour".
    quietHours: reminders?.quietHours === undefined ? campaign.reminders.quietHours : reminders.quietHours,
    digestDays: reminders?.digestDays ?? campaign.reminders.digestDays,
    language: reminders?.language ?? campaign.reminders.language,
    off: reminders?.off ?? campaign.reminders.off,
    texts: reminders?.texts ?? campaign.reminders.texts,
  },
  reports: {
    afterDue: reports?.afterDue ?? campaign.reports.afterDue,
    afterClose: reports?.afterClose ?? campaign.reports.afterClose,
    // Here null stands for "on no day".
    weekly: reports?.weekly === undefined ? campaign.reports.weekly : reports.weekly,
    formats: reports?.formats ?? campaign.reports.formats,
  },
  questions: rest.questions ?? campaign.questions,
})

const codesOf = (campaign: Campaign): readonly string[] => campaign.topics.map(topic => topic.code)

/** What the campaign is and would be, or every reason why it cannot. */
export const planCampaignChange =
  ({ campaigns, enrolmentLists }: Pick<Ports, 'campaigns' | 'enrolmentLists'>) =>
  async (
    code: CampaignCode,
    patch: CampaignPatch,
    tx: Tx,
  ): Promise<Result<{ readonly before: Campaign; readonly after: Campaign }>> => {
    const before = await campaigns.find(code, tx)
    if (before === null) return refuse(problem('not-found'))
    if (patch.seen !== undefined && patch.seen !== campaignSeal(before))
      return refuse(problem('campaign-changed'))
    const after = patched(before, patch)
    const problems = [...checkCampaign(after)]
    const kept = codesOf(after)
    const removed = codesOf(before).filter(topic => !kept.includes(topic))
    const used = await enrolmentLists.topicsInUse(code, removed, tx)
    if (used.length > 0) problems.push(problem('campaign-topics-in-use', { topics: used }, 'body/topics'))
    const [first, ...more] = problems
    return first === undefined ? ok({ before, after }) : refuse(first, ...more)
  }

/** Changes a campaign. Where that changes what people owe, the worker makes all tallies anew afterwards. */
export const changeCampaign =
  (ports: Pick<Ports, 'campaigns' | 'enrolmentLists' | 'totals' | 'audit' | 'random' | 'transact'>) =>
  async (actor: Actor, code: CampaignCode, patch: CampaignPatch, now: Date): Promise<Result<Campaign>> => {
    if (scopeOf(actor, 'edit-campaign').kind !== 'everything') return refuse(problem('forbidden'))
    const { campaigns, totals, audit, random, transact } = ports
    return transact(async tx => {
      const planned = await planCampaignChange(ports)(code, patch, tx)
      if (!planned.ok) return planned
      const { before, after } = planned.value
      await campaigns.replace(after, tx)
      if (changesWhatIsOwed(before, after)) await totals.requestRetally(code, random.id(), tx)
      await audit.write(
        {
          actor,
          action: 'campaign.changed',
          target: `campaign:${code}`,
          path: [],
          at: now,
          details: { before, after },
        },
        tx,
      )
      return ok(after)
    })
  }
