import { setTimeout as sleep } from 'node:timers/promises'
import { explain } from '../boot/explain.ts'
import type { Child } from './child.ts'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** What ran this long is not in a loop of crashes. */
const STEADY_MS = 60_000

interface Kept extends Pick<Child, 'ended' | 'stop'> {
  readonly port: number | undefined
}

/**
 * Starts it, and starts it again whenever it ends unasked, waiting longer each time. `start` is given no port at
 * first, and then the port it took, which others know it by. Once the signal says that all is to stop, an end is an end:
 * Ctrl-C reaches everybody at once. Throws only where the first start fails.
 */
export const keepRunning = async <T extends Kept>(
  name: string,
  signal: AbortSignal,
  start: (port: number | undefined) => Promise<T>,
): Promise<{ readonly first: T; stop(): Promise<void> }> => {
  const first = await start(undefined)
  let current: T | null = first

  const restart = async (wait: number): Promise<T | null> => {
    console.error(`${name} ended unasked; it is started again in ${wait / 1000} s.`)
    await sleep(wait, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return null
    try {
      return await start(first.port)
    } catch (error) {
      console.error(`${name}: ${explain(error)}`)
      return null
    }
  }
  const watch = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS
    while (!signal.aborted) {
      const since = Date.now()
      await current?.ended
      if (signal.aborted) return
      wait = Date.now() - since > STEADY_MS ? FIRST_WAIT_MS : wait
      current = await restart(wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }
  const watching = watch()
  return {
    first,
    async stop() {
      await current?.stop()
      // A start that was under way has ended by then; what it started must end too.
      await watching
      await current?.stop()
    },
  }
}
