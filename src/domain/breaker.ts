/** What is known of a server that has lately not been there for us: nobody to talk to, our account or sender refused. */
export interface Breaker {
  /** One after the other, without any success between them. */
  readonly failures: number
  /** How many of them came while it was left alone. */
  readonly probes: number
  /** It is left alone until then, and then tried once; null: not yet. */
  readonly until: Date | null
  /** In the words of the last failure. */
  readonly reason: string
  readonly since: Date
}

const MINUTE = 60_000
/** So many failures in a row are no chance any more. */
export const FAILURES_BEFORE_PAUSE = 5
/** The server is left alone for so long, longer after each time it was tried in vain. */
export const BREAKER_PAUSES: readonly [number, ...number[]] = [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE]

/** Until when the server is to be left alone after a failure; null: it may have been chance. */
export const pauseUntil = (
  { failures, probes }: Pick<Breaker, 'failures' | 'probes'>,
  now: Date,
): Date | null => {
  if (failures < FAILURES_BEFORE_PAUSE) return null
  const pause = BREAKER_PAUSES[probes] ?? BREAKER_PAUSES.at(-1) ?? BREAKER_PAUSES[0]
  return new Date(now.getTime() + pause)
}
