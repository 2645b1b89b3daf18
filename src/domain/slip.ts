import type { CampaignCode } from './campaign.ts'
import type { EnrolmentId } from './enrolment.ts'

/** What is known of a printed way in: its code is on the paper alone. */
export interface Slip {
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId
  /** The printing it came with. */
  readonly batch: string
  readonly issuedAt: Date
  readonly expiresAt: Date
  /** null: it opens still. */
  readonly usedAt: Date | null
}

export const SLIP_STATES = ['none', 'unused', 'used', 'expired'] as const
export type SlipState = (typeof SLIP_STATES)[number]

export const slipState = (slip: Pick<Slip, 'usedAt' | 'expiresAt'> | null, now: Date): SlipState => {
  if (slip === null) return 'none'
  if (slip.usedAt !== null) return 'used'
  return slip.expiresAt > now ? 'unused' : 'expired'
}

/**
 * Whom slips are printed for: those without a mail address who never got one, all who never got one, or anew for those
 * who have not used theirs. Nobody who is exempt.
 */
export const SLIP_CHOICES = ['no-mail', 'no-slip', 'unused'] as const
export type SlipChoice = (typeof SLIP_CHOICES)[number]

/** How the people of a unit are divided; nobody who is exempt is counted. */
export interface SlipCounts {
  readonly people: number
  readonly withoutMail: number
  readonly states: Readonly<Record<SlipState, number>>
  /** Whom each choice means. */
  readonly choices: Readonly<Record<SlipChoice, number>>
}

/** As many as are printed at once: 25 sheets. */
export const SLIPS_AT_ONCE = 200

/** A slip's code as people type it, in any case, with or without its hyphens; null when it cannot be one. */
export const slipCode = (typed: string): string | null => {
  const letters = typed.toUpperCase().replaceAll(/[\s\p{Pd}_.]/gu, '')
  return /^[A-Z0-9]{16}$/.test(letters) ? (letters.match(/.{4}/g) ?? []).join('-') : null
}
