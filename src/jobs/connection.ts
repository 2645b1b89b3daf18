import { Redis } from 'ioredis'
import type { Logger } from 'pino'

const retryStrategy = (times: number): number => Math.min(times * 100, 2000)

const logged = (redis: Redis, log: Logger): Redis =>
  redis.on('error', error => log.debug({ error }, 'Redis is down'))

/** For those who add jobs: fails fast, so that an upload never waits for a queue that is down or hangs. */
export const producerConnection = (url: string, log: Logger): Redis =>
  logged(
    new Redis(url, {
      retryStrategy,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: 1000,
    }),
    log,
  )

/** For those who take jobs: waits for Redis to come back, until it is told to stop. */
export const consumerConnection = (url: string, log: Logger, stopping: AbortSignal): Redis =>
  logged(
    new Redis(url, {
      retryStrategy: times => (stopping.aborted ? null : retryStrategy(times)),
      maxRetriesPerRequest: null,
    }),
    log,
  )
