import type { Store } from 'express-rate-limit'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { type RedisReply, RedisStore } from 'rate-limit-redis'

/** Where rate limits count. */
export interface LimitStore {
  /** Counters of one limit. */
  named(name: string): Store
  close(): void
}

/** A digest no script has: Redis answers NOSCRIPT to it, and the counters load their script again. */
const NO_SCRIPT = '0'.repeat(40)

/** In Redis, for all processes together. With Redis down every command fails at once; those who ask then let everybody pass. */
export const redisLimits = (url: string, prefix: string, log: Logger): LimitStore => {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 500 })
  redis.on('error', error => log.debug({ error }, 'rate limits are down'))
  const sendCommand = async (command: string, ...args: string[]): Promise<RedisReply> => {
    try {
      return (await redis.call(command, ...args)) as RedisReply
    } catch (error) {
      // Scripts are loaded once, at start: were that to fail because Redis comes later, nothing would ever be counted.
      if (command === 'SCRIPT') return NO_SCRIPT
      throw error
    }
  }
  return {
    named: name => new RedisStore({ sendCommand, prefix: `${prefix}:${name}:` }),
    close() {
      redis.disconnect()
    },
  }
}
