import { once } from 'node:events'
import { type JobsOptions, Queue } from 'bullmq'
import type { Logger } from 'pino'
import type { JobQueue } from '../ports/queue.ts'
import { producerConnection } from './connection.ts'
import { JOBS, type JobName, QUEUES, type QueueName } from './definitions.ts'

export interface ClosableQueue extends JobQueue {
  close(): Promise<void>
}

const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** Finished jobs leave at once: one that stayed would keep the same work from being queued again. */
const optionsOf = (name: JobName): JobsOptions => ({
  attempts: JOBS[name].attempts,
  priority: JOBS[name].priority,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: true,
})

/** One BullMQ queue for each rate; the job's name says what to do. */
export const bullQueue = (redisUrl: string, prefix: string, log: Logger): ClosableQueue => {
  const redis = producerConnection(redisUrl, log)
  const open = (name: QueueName): Queue => {
    const queue = new Queue(name, { connection: redis, prefix })
    queue.on('error', error => log.debug({ error }, 'queue is down'))
    return queue
  }
  const queues: Readonly<Record<QueueName, Queue>> = { work: open('work'), mail: open('mail') }

  /** A connection about to be made is waited for; one that is lost is not. */
  const isReady = async (): Promise<boolean> => {
    if (redis.status === 'connecting' || redis.status === 'connect') {
      const signal = AbortSignal.timeout(1000)
      await Promise.race([once(redis, 'ready', { signal }), once(redis, 'close', { signal })]).catch(
        () => null,
      )
    }
    return redis.status === 'ready'
  }

  const attempt = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    try {
      if (!(await isReady())) throw new Error('Redis is not connected')
      await act()
    } catch (error) {
      log.warn({ error, what }, 'not done in Redis; the reconciler will find what is due')
    }
  }

  const enqueueAll = async (
    name: JobName,
    payloads: readonly Readonly<Record<string, string | number>>[],
  ): Promise<void> => {
    if (payloads.length === 0) return
    await attempt(name, async () =>
      queues[JOBS[name].queue].addBulk(
        payloads.map(data => ({
          name,
          data,
          opts: { ...optionsOf(name), jobId: [name, ...Object.values(data)].join('-') },
        })),
      ),
    )
  }

  return {
    enqueue: async (name, payload) => enqueueAll(name, [payload]),
    enqueueAll,
    async repeatOnly(repeats) {
      await attempt('repeat', async () => {
        const wanted = new Set(repeats.map(({ id }) => id))
        for (const { key } of await queues.work.getJobSchedulers())
          if (!wanted.has(key)) await queues.work.removeJobScheduler(key)
        for (const { id, name, payload, pattern } of repeats)
          await queues[JOBS[name].queue].upsertJobScheduler(
            id,
            { pattern, tz: TIME_ZONE },
            { name, data: payload, opts: optionsOf(name) },
          )
      })
    },
    async isUp() {
      try {
        return (await isReady()) && (await redis.ping()) === 'PONG'
      } catch {
        return false
      }
    },
    async counts() {
      try {
        if (!(await isReady())) return null
        return await Promise.all(
          QUEUES.map(async queue => {
            const counted = await queues[queue].getJobCounts('wait', 'prioritized', 'active', 'delayed')
            const { wait = 0, prioritized = 0, active = 0, delayed = 0 } = counted
            return { queue, waiting: wait + prioritized, active, delayed }
          }),
        )
      } catch (error) {
        log.debug({ error }, 'queues cannot be counted')
        return null
      }
    },
    async close() {
      await Promise.all(QUEUES.map(async name => queues[name].close()))
      redis.disconnect()
    },
  }
}
