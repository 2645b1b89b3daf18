import { type ConnectionOptions, Queue } from 'bullmq'
import type { Logger } from 'pino'
import type { JobQueue } from '../ports/queue.ts'
import { JOBS, type JobName } from './definitions.ts'

/** One BullMQ queue for all kinds of job; the job's name says which. */
export const QUEUE = 'thu-hoach'

/** Redis for those who add jobs: fails fast, so that an upload never waits for a queue that is down. */
export const producerConnection = (url: string): ConnectionOptions => ({
  url,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
})

/** Redis for those who take jobs: waits for it to come back. */
export const consumerConnection = (url: string): ConnectionOptions => ({ url, maxRetriesPerRequest: null })

export interface ClosableQueue extends JobQueue {
  close(): Promise<void>
}

export const bullQueue = (redisUrl: string, prefix: string, log: Logger): ClosableQueue => {
  const queue = new Queue(QUEUE, { connection: producerConnection(redisUrl), prefix })
  queue.on('error', error => log.debug({ error }, 'queue is down'))
  return {
    async enqueue(name: JobName, payload, options) {
      try {
        await queue.add(name, payload, {
          attempts: JOBS[name].attempts,
          backoff: { type: 'exponential', delay: 1000 },
          removeOnComplete: { count: 1000 },
          removeOnFail: { count: 5000 },
          ...(options?.delayMs === undefined ? {} : { delay: options.delayMs }),
        })
      } catch (error) {
        log.warn({ error, name }, 'job was not queued; the reconciler will find what is due')
      }
    },
    async close() {
      await queue.close()
    },
  }
}
