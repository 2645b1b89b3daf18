import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { Lane } from '../domain/lane.ts'
import type { MailKind } from '../domain/mail-kind.ts'
import type { Notice, NoticeState } from '../domain/notice.ts'
import type { Scope } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { NoticeCounts, Wave } from '../domain/wave.ts'
import type { Tx } from './platform.ts'

/** People of a campaign: a unit and all below it, some by id, or everybody. */
export type Selection = Pick<Wave, 'campaign' | 'unit' | 'enrolments'>

/** A wave as far as a scope reaches: what is counted are its notices in there. */
export interface SeenWave {
  readonly wave: Wave
  readonly counts: NoticeCounts
  readonly withoutAddress: number
  /** Those too whom its mail or message did not reach. */
  readonly toCall: number
}

export interface WaveStore {
  /** false: there is this wave already, or one that follows the same wave, or one under the same key. */
  insert(wave: Wave): Promise<boolean>
  find(id: string): Promise<Wave | null>
  underKey(actor: string, key: string): Promise<Wave | null>
  lastScheduled(campaign: CampaignCode): Promise<Wave | null>
  /** Those whose notices are not all written, and that nobody has stopped. */
  unplanned(): Promise<readonly Wave[]>
  markPlanned(id: string): Promise<void>
  /** false: it is stopped already. */
  stop(id: string, stopped: NonNullable<Wave['stopped']>, tx: Tx): Promise<boolean>
  /** false: it is not stopped. */
  resume(id: string, tx: Tx): Promise<boolean>
  isStopped(id: string): Promise<boolean>
  /** The newest of all campaigns, whole. */
  recent(limit: number): Promise<readonly SeenWave[]>
  /** Newest first: those asked for within the scope, and those with a notice to somebody in it. */
  seen(
    scope: Scope,
    campaign: CampaignCode,
    filter: { readonly id?: string; readonly unit?: UnitCode },
  ): Promise<readonly SeenWave[]>
}

/** What an attempt changes of a notice. */
export type NoticeOutcome = Partial<
  Pick<Notice, 'state' | 'reason' | 'detail' | 'attempt' | 'tryAt' | 'turn' | 'sentAt'>
>

/** A mail domain that has had all it takes for now: so many of a wave wait, the first until then. */
export interface HeldDomain {
  readonly domain: string
  readonly waiting: number
  readonly until: Date
}

export interface NoticeStore {
  /** Writes those that are not there yet: neither this notice nor another one to the person with the same cause. */
  insert(notices: readonly Notice[], tx?: Tx): Promise<void>
  /** How many reminders somebody was written, and when the last one was; nobody without any is in the answer. */
  remindersOf(
    enrolments: readonly EnrolmentId[],
  ): Promise<ReadonlyMap<EnrolmentId, { readonly count: number; readonly lastAt: Date }>>
  /** All that was written to somebody, whatever for, newest first. */
  ofEnrolment(scope: Scope, enrolment: EnrolmentId, limit: number): Promise<readonly Notice[]>
  /** How many mails of each kind were written since then, by what became of them. */
  countSince(
    since: Date,
  ): Promise<readonly { readonly kind: MailKind; readonly state: NoticeState; readonly count: number }[]>
  /** Is any notice written for this? */
  isWritten(cause: string, tx?: Tx): Promise<boolean>
  /** How many are due in the lane: their time has come, nobody is sending them, their wave is not stopped. At most `most`. */
  countDue(lane: Lane, now: Date, most: number): Promise<number>
  /** The domains that mails of a wave wait for, as far as the scope reaches; those that most wait for first. */
  heldDomains(scope: Scope, cause: string, now: Date): Promise<readonly HeldDomain[]>
  /** Takes some that are due for sending until then, those longest due first; two who ask never get the same one. */
  take(lane: Lane, most: number, now: Date, until: Date): Promise<readonly Notice[]>
  /** Writes the outcome of attempts and lets go of those that are not lost to somebody else since they were taken until then. */
  settle(ids: readonly string[], until: Date, outcome: NoticeOutcome): Promise<void>
  /** The first of these that is a notice. */
  firstKnown(ids: readonly string[]): Promise<string | null>
  /** Notes that its mail came back, or is late, in the words of who says so; false: nothing is new. */
  noteBounce(id: string, verdict: 'bounced' | 'delayed', detail: string): Promise<boolean>
  /** Those whose newest mail was refused or came back, with the address it went to. */
  lostMails(enrolments: readonly EnrolmentId[]): Promise<ReadonlyMap<EnrolmentId, string>>
  /** The newest mail to each person in the scope, where it was refused, came back or never got through. Of a unit and all below it. */
  undelivered(
    scope: Scope,
    campaign: CampaignCode,
    unit: UnitCode | null,
  ): Promise<readonly Pick<Notice, 'enrolment' | 'email' | 'reason' | 'detail'>[]>
  /** Of one wave, in the scope, by name in Vietnamese order; `after` is the last one of the page before. */
  page(
    scope: Scope,
    cause: string,
    filter: {
      readonly state?: NoticeState
      /** Only those whom no mail reaches. */
      readonly toCall?: boolean
      readonly after?: string
      readonly limit: number
    },
  ): Promise<readonly Notice[]>
}

export interface DebtorStore {
  /** Those selected who owe an essay and are not exempt, in batches. */
  owing(scope: Scope, selection: Selection): AsyncIterable<readonly Enrolment[]>
  /** When the newest of those enrolled before then was; null: nobody was. */
  lastEnrolled(campaign: CampaignCode, before: Date): Promise<Date | null>
  /** Paths of the units of those with these ids who are in the scope. */
  paths(
    scope: Scope,
    campaign: CampaignCode,
    ids: readonly EnrolmentId[],
  ): Promise<readonly (readonly UnitCode[])[]>
}
