import { readSettings } from '../../config/index.ts'
import type { Container } from '../container.ts'
import { explain } from './explain.ts'
import { openForService } from './open.ts'

/** A process at work. */
export interface Running {
  /** Where it listens, if it does. */
  readonly port?: number
  /** Takes nothing new, finishes what is under way. */
  stop(): Promise<void>
}

/** What a process tells the one that started it as soon as it is at work. */
export interface ReadyMessage {
  readonly ready: true
  readonly port?: number
}

/** Requests have ten seconds to finish, jobs fifteen: what takes longer than this hangs. */
const STOP_MS = 20_000

const end = (error: unknown): void => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

/** Stops once, at a signal or when the process that started this one is gone in whatever way; then, or after the longest time, ends. */
export const stopWhenAsked = (stop: () => Promise<void>, longestMs: number): void => {
  let isAsked = false
  const act = (): void => {
    if (isAsked) return
    isAsked = true
    setTimeout(() => process.exit(1), longestMs).unref()
    stop().then(() => process.exit(), end)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, act)
  process.on('disconnect', act)
}

/** The life of a process of the product: settings → checks → container → at work → asked to stop → closed. */
export const runProcess = (start: (container: Container) => Promise<Running>): void => {
  const work = async (): Promise<() => Promise<void>> => {
    const container = await openForService(readSettings())
    const running = await start(container)
    process.send?.({ ready: true, ...(running.port === undefined ? {} : { port: running.port }) })
    return async () => {
      await running.stop()
      await container.close()
    }
  }
  const working = work()
  stopWhenAsked(async () => (await working)(), STOP_MS)
  working.catch(end)
}
