/** What the schedule sends to cadres by itself; where two fall on one moment, the later in this list goes out. */
export const REMINDER_KINDS = ['invitation', 'before-due', 'due-day', 'after-due', 'last-call'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** What can be switched off, for a campaign or for a unit and all below it. */
export const SWITCHABLE_KINDS = [
  ...REMINDER_KINDS,
  'returned',
  'extension-answer',
  'receipt',
  'digest',
  'national-digest',
  'scheduled-report',
] as const
export type SwitchableKind = (typeof SWITCHABLE_KINDS)[number]

/** Those of waves: by the schedule, or `reminder`, by hand, which is never switched off. */
export const WAVE_KINDS = [...REMINDER_KINDS, 'reminder'] as const
export type WaveKind = (typeof WAVE_KINDS)[number]

export const MAIL_KINDS = [...SWITCHABLE_KINDS, 'reminder'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export const isOfWave = (kind: MailKind): kind is WaveKind => WAVE_KINDS.some(one => one === kind)

/** Answers to what somebody has just done: they wait neither behind a wave nor for the morning. */
export const isAnswer = (kind: MailKind): boolean =>
  kind === 'receipt' || kind === 'returned' || kind === 'extension-answer'

/** To those who answer for a unit, not to cadres. */
export const isDigest = (kind: MailKind): boolean => kind === 'digest' || kind === 'national-digest'
