/** The turns taken with a mail domain, or with a channel, that takes so many mails a minute. */
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

/** How many of those wanted may go now; the rest asks again in the next minute. */
export const takeRoom = (
  pace: Pace | null,
  perMinute: number,
  wanted: number,
  now: Date,
): { readonly room: number; readonly pace: Pace } => {
  const isOver = pace === null || now.getTime() - pace.start.getTime() >= MINUTE
  const { start, taken } = isOver ? { start: now, taken: 0 } : pace
  const room = Math.min(wanted, Math.max(0, perMinute - taken))
  return { room, pace: { start, taken: taken + room } }
}

/** The domain of an address. */
export const mailDomain = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase()
