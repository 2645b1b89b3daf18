import { setTimeout as pause } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { reconcile } from '../../src/commands/reconcile.ts'
import type { Container } from '../../src/container.ts'
import { channelOf, LANES } from '../../src/domain/lane.ts'
import { QUEUES } from '../../src/jobs/definitions.ts'
import { runWorker } from '../../workers/run.ts'

/** Looks from where work comes in to where it goes out, so that nothing can slip past while it looks. */
const isIdle = async ({ ports }: Container, queues: readonly Queue[]): Promise<boolean> => {
  const now = ports.clock.now()
  const areQueuesEmpty = async (): Promise<boolean> => {
    for (const queue of queues)
      if ((await queue.getJobCountByTypes('wait', 'prioritized', 'active')) > 0) return false
    return true
  }
  // First the cheap question: a wave of thousands is not to be asked for everything else all the time.
  if (!(await areQueuesEmpty())) return false
  if ((await ports.outbox.pending(1)).length > 0) return false
  if ((await ports.outbox.returned(1)).length > 0) return false
  if ((await ports.essays.unbound(1)).length > 0) return false
  if ((await ports.totals.retallies()).length > 0) return false
  if ((await ports.totals.stale(1)).length > 0) return false
  if ((await ports.waves.unplanned()).length > 0) return false
  if ((await ports.reports.due(now)).length > 0) return false
  if ((await ports.reports.untold()).length > 0) return false
  if ((await ports.rosterImports.due(now)).length > 0) return false
  if ((await ports.gatherings.due(now)).length > 0) return false
  for (const lane of LANES) {
    const until = (await ports.breakers.find(channelOf(lane)))?.until ?? null
    const isPaused = until !== null && until > now
    if (!isPaused && (await ports.notices.countDue(lane, now, 1)) > 0) return false
  }
  if ((await ports.essayTexts.due(now, 1)).length > 0) return false
  return areQueuesEmpty()
}

export interface Worker {
  /** Queues what is due at the clock's time and waits until nothing of it is left. */
  untilIdle(): Promise<void>
  stop(): Promise<void>
}

/** A real worker, for as long as a story needs it. */
export const startWork = async (container: Container): Promise<Worker> => {
  const { redis, ports } = container
  const connection = new Redis(redis.url)
  const queues = QUEUES.map(name => new Queue(name, { connection, prefix: redis.prefix }))
  await reconcile(ports)(ports.clock.now())
  const worker = await runWorker(container)
  return {
    async untilIdle() {
      await reconcile(ports)(ports.clock.now())
      while (!(await isIdle(container, queues))) await pause(20)
    },
    async stop() {
      await worker.stop()
      await Promise.all(queues.map(async queue => queue.close()))
      connection.disconnect()
    },
  }
}

/** Runs a real worker until nothing is left that is due at the clock's time: it has to be moved for what comes later. */
export const workUntilIdle = async (container: Container): Promise<void> => {
  const worker = await startWork(container)
  await worker.untilIdle()
  await worker.stop()
}
