import type { CampaignCode } from './campaign.ts'
import type { Channel } from './channel.ts'
import type { Enrolment, EnrolmentId } from './enrolment.ts'
import type { MailKind } from './mail-kind.ts'
import { REASONS_NOT_TO_REMIND } from './reminder.ts'
import { DAY } from './time.ts'
import type { UnitCode } from './unit.ts'

export const NOTICE_STATES = ['queued', 'sent', 'bounced', 'failed', 'skipped'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/**
 * Why a notice was skipped (`no-address`: he is to be called, `withdrawn`: the essay or the verdict it tells of is,
 * `switched-off`: his unit does not want this kind, and what else makes a reminder senseless) or failed (`refused` for
 * good by the mail server, `number-refused` by the gateway of messages, or `unreachable` for a day); that it came back though it was taken (`returned-mail`), or is said
 * to be late (`delayed`).
 */
export const NOTICE_REASONS = [
  ...REASONS_NOT_TO_REMIND,
  'no-address',
  'withdrawn',
  'switched-off',
  'gone',
  'refused',
  'number-refused',
  'unreachable',
  'returned-mail',
  'delayed',
] as const
export type NoticeReason = (typeof NOTICE_REASONS)[number]

/** Nothing reaches whoever these are said of: he is to be called. */
export const REASONS_TO_CALL: readonly NoticeReason[] = [
  'no-address',
  'refused',
  'number-refused',
  'returned-mail',
]

/** One mail or message to one person for one reason. */
export interface Notice {
  /** Says what it is for, so that it can be written once only; also makes its Message-ID. */
  readonly id: string
  readonly kind: MailKind
  readonly channel: Channel
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId
  /** The wave of a reminder, the hand-in of a receipt, the verdict that returned an essay. */
  readonly cause: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly unit: UnitCode
  readonly path: readonly UnitCode[]
  readonly state: NoticeState
  readonly reason: NoticeReason | null
  /** The mail server's own words, where it said some. */
  readonly detail: string | null
  /** Attempts that failed so far. */
  readonly attempt: number
  /** Not before. */
  readonly tryAt: Date
  /** Its turn with the domain of the address; null: it has taken none. */
  readonly turn: Date | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}

type Addressee = Pick<Enrolment, 'id' | 'campaign' | 'person' | 'unit' | 'path'>

/** To be sent from now on; to somebody whom no channel reaches it is skipped from the start. */
export const newNotice = (
  what: Pick<
    Notice,
    'id' | 'kind' | 'campaign' | 'enrolment' | 'cause' | 'name' | 'email' | 'phone' | 'unit' | 'path'
  >,
  channel: Channel | null,
  now: Date,
): Notice => ({
  ...what,
  channel: channel ?? 'mail',
  state: channel === null ? 'skipped' : 'queued',
  reason: channel === null ? 'no-address' : null,
  detail: null,
  attempt: 0,
  tryAt: now,
  turn: null,
  createdAt: now,
  sentAt: null,
})

/** A new notice to a cadre, by mail where nothing else is said. */
export const noticeFor = (
  { id: enrolment, campaign, person, unit, path }: Addressee,
  {
    id,
    kind,
    cause,
    channel = person.email === null ? null : 'mail',
  }: Pick<Notice, 'id' | 'kind' | 'cause'> & { readonly channel?: Channel | null },
  now: Date,
): Notice => {
  const { name, email, phone } = person
  return newNotice({ id, kind, campaign, enrolment, cause, name, email, phone, unit, path }, channel, now)
}

const MINUTE = 60_000
/** Growing pauses after failures that may pass: about a day in all. */
export const RETRY_PAUSES: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  60 * MINUTE,
  3 * 60 * MINUTE,
  6 * 60 * MINUTE,
  DAY / 2,
]

/** When to try again after the given number of failures before this one; null: give up. */
export const nextTry = (attempt: number, now: Date): Date | null => {
  const pause = RETRY_PAUSES[attempt]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}

/** Another reminder is not written to somebody so soon: two people pressed the button, or one did twice. */
export const REMINDER_PAUSE_MS = MINUTE
