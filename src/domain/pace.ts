/** The turns taken with a mail domain that takes so many mails a minute. */
export interface Pace {
  /** Of the first turn. */
  readonly start: Date
  readonly taken: number
}

const MINUTE = 60_000
/** Whoever does not use his turn within this time takes another one: else all would come at once after a standstill. */
export const TURN_LASTS_MS = 5 * MINUTE

/** The next turn: now, or in the first minute that has room. */
export const nextTurn = (
  pace: Pace | null,
  perMinute: number,
  now: Date,
): { readonly turn: Date; readonly pace: Pace } => {
  const fresh = { turn: now, pace: { start: now, taken: 1 } }
  if (pace === null) return fresh
  const minute = pace.start.getTime() + Math.floor(pace.taken / perMinute) * MINUTE
  if (minute + MINUTE <= now.getTime()) return fresh
  return {
    turn: new Date(Math.max(minute, now.getTime())),
    pace: { start: pace.start, taken: pace.taken + 1 },
  }
}

/** The domain of an address. */
export const mailDomain = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase()
