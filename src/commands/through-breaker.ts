import { type Breaker, pauseUntil } from '../domain/breaker.ts'
import type { BreakerName } from '../ports/breakers.ts'
import type { Ports } from '../ports/index.ts'

/** Whether the server was there for an attempt. `outage`: why it was not. */
export interface Attempted {
  readonly outage: string | null
}

/** Longer than an attempt ever takes. */
const PROBE_MS = 2 * 60_000

type Needed = Pick<Ports, 'breakers'>

/**
 * How a server may be asked: as ever; once, to see whether it is there again (`probe`, which is then the asker's); or not
 * at all, because it has refused everything lately and its pause is not over.
 */
export const mayAsk =
  ({ breakers }: Needed) =>
  async (name: BreakerName, now: Date): Promise<'yes' | 'probe' | 'no'> => {
    const until = (await breakers.find(name))?.until ?? null
    if (until === null) return 'yes'
    const isOurs = await breakers.takeProbe(name, now, new Date(now.getTime() + PROBE_MS))
    return isOurs ? 'probe' : 'no'
  }

/** Notes what attempts at a server, known as `before`, say about it. true: it is back, and others may go on. */
export const noteAttempts =
  ({ breakers }: Needed) =>
  async (
    name: BreakerName,
    before: Breaker | null,
    attempts: readonly Attempted[],
    isProbe: boolean,
    now: Date,
  ): Promise<boolean> => {
    if (attempts.some(({ outage }) => outage === null)) {
      if (before !== null) await breakers.close(name)
      return isProbe
    }
    for (const { outage } of attempts) {
      const until = pauseUntil(await breakers.fail(name, outage ?? '', isProbe, now), now)
      if (until !== null) await (isProbe ? breakers.setProbe(name, until) : breakers.pause(name, until))
    }
    return false
  }
