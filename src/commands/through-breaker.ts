import { pauseUntil } from '../domain/breaker.ts'
import type { BreakerName } from '../ports/breakers.ts'
import type { Ports } from '../ports/index.ts'

/** Whether the server was there for an attempt; null: it was not asked. `outage`: why it was not. */
export type Attempted = { readonly outage: string | null } | null

/** Longer than an attempt ever takes. */
const PROBE_MS = 2 * 60_000

/**
 * Makes an attempt at a server, unless it has refused all of them lately: then nobody tries until its pause is over, and
 * then one. true: it is back, and others may go on.
 */
export const throughBreaker =
  ({ breakers }: Pick<Ports, 'breakers'>) =>
  async (
    name: BreakerName,
    now: Date,
    attempt: (isProbe: boolean) => Promise<Attempted>,
  ): Promise<boolean> => {
    const before = await breakers.find(name)
    const isProbe = before !== null && before.until !== null
    if (isProbe && !(await breakers.takeProbe(name, now, new Date(now.getTime() + PROBE_MS)))) return false
    const attempted = await attempt(isProbe)
    if (attempted === null) {
      if (isProbe) await breakers.setProbe(name, now)
      return false
    }
    if (attempted.outage === null) {
      if (before !== null) await breakers.close(name)
      return isProbe
    }
    const until = pauseUntil(await breakers.fail(name, attempted.outage, isProbe, now), now)
    if (until !== null) await (isProbe ? breakers.setProbe(name, until) : breakers.pause(name, until))
    return false
  }
