import { setInterval } from 'node:timers/promises'
import type { Clock } from '../ports/platform.ts'

const LEASE_MS = 30_000
const BEAT_MS = 1000

/** When a lease taken or renewed now runs out. */
export const leaseEnd = (now: Date): Date => new Date(now.getTime() + LEASE_MS)

/**
 * Renews the lease of long work every second, and writes the progress with it. The signal says that it is lost: the
 * work was cancelled, or MongoDB could not be told for so long that somebody else may have taken over.
 */
export const holdLease = (clock: Clock, renew: (until: Date, progress: number) => Promise<boolean>) => {
  const lost = new AbortController()
  const released = new AbortController()
  let progress = 0
  let until = leaseEnd(clock.now())

  const beat = async (): Promise<void> => {
    const end = leaseEnd(clock.now())
    const isHeld = await renew(end, progress).catch(() => clock.now() < until && null)
    if (isHeld === true) until = end
    if (isHeld === false) lost.abort()
  }
  const beats = async (): Promise<void> => {
    for await (const _ of setInterval(BEAT_MS, null, { signal: released.signal })) await beat()
  }
  const running = beats().catch(() => null)

  return {
    signal: lost.signal,
    setProgress(value: number): void {
      progress = value
    },
    /** Once it has answered, nothing more is written under the lease. */
    async release(): Promise<void> {
      released.abort()
      await running
    },
  }
}
