import { readSettings } from '../../config/index.ts'
import { type Container, createContainer, type Servers } from '../../src/container.ts'
import type { World } from './world.ts'

/** Another process of the same house: its database and clock, with some servers or settings of its own. */
export const openBeside = async (
  world: World,
  servers: Partial<Servers> = {},
  environment: Record<string, string> = {},
): Promise<Container> => {
  const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '')
  uri.pathname = `/${world.db.databaseName}`
  return createContainer(
    readSettings({ NODE_ENV: 'test', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent', ...environment }),
    {
      mongodbUri: uri.href,
      redisUrl: world.container.redis.url,
      smtpUrl: world.mails.url,
      ...servers,
    },
    { clock: world.clock },
  )
}
