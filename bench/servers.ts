import { startMailCatcher } from '../src/embedded/mail-catcher.ts'
import { startMongod } from '../src/embedded/mongod.ts'
import { startRedis } from '../src/embedded/redis.ts'
import type { Begun } from '../src/embedded/servers.ts'

/** MongoDB, Redis and a mail catcher of the run's own, and the settings that name them. */
export const startServers = async (folder: string, begun: Begun) => {
  const mongod = await startMongod(folder)
  begun.push(mongod)
  const redis = await startRedis(folder)
  begun.push(redis)
  const mails = await startMailCatcher(folder)
  begun.push(mails)
  const environment = {
    ...{ MONGODB_URI: mongod.uri, REDIS_URL: redis.url, SMTP_URL: mails.url },
    ...{ DATA_DIR: folder, LOG_LEVEL: 'warn', DEMO: 'off' },
  }
  return { mongod, environment }
}
