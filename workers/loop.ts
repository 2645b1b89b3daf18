import { setTimeout as pause } from 'node:timers/promises'

export interface Loop {
  /** Waits for the round that is under way. */
  stop(): Promise<void>
}

const LONGEST_PAUSE_MS = 10_000

/** Does the work again and again with a pause in between, which grows while it fails. The first round begins at once. */
export const loop = (
  pauseMs: number,
  work: () => Promise<unknown>,
  onFailure: (error: unknown) => void,
): Loop => {
  const stopping = new AbortController()
  const { signal } = stopping
  const rounds = async (): Promise<void> => {
    let failures = 0
    while (!signal.aborted) {
      try {
        await work()
        failures = 0
      } catch (error) {
        failures += 1
        onFailure(error)
      }
      const longest = Math.max(pauseMs, LONGEST_PAUSE_MS)
      await pause(Math.min(pauseMs * 2 ** failures, longest), null, { signal }).catch(() => null)
    }
  }
  const ended = rounds()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
