import type { Settings } from '../../config/index.ts'
import { type Container, createContainer } from '../container.ts'
import { missingServers, objectionsTo } from './check.ts'
import { explain } from './explain.ts'
import { withSessionSecret } from './secret.ts'

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//…@')

/** The container on the servers that the settings name. Throws an error that a person can act on. */
export const openContainer = async (settings: Settings): Promise<Container> => {
  const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, SMTP_URL: smtpUrl } = settings
  if (mongodbUri === undefined || redisUrl === undefined || smtpUrl === undefined)
    throw new Error(
      `Not set: ${missingServers(settings).join(', ')}. \`npm start\` brings servers of its own where these are not set.`,
    )
  try {
    return await createContainer(await withSessionSecret(settings), { mongodbUri, redisUrl, smtpUrl })
  } catch (cause) {
    if (!(cause instanceof Error && cause.name.startsWith('Mongo'))) throw cause
    throw new Error(`MongoDB at ${withoutPassword(mongodbUri)} cannot be used: ${cause.message}`, { cause })
  }
}

/** The container of a process that serves people; refused, all reasons at once, where that would not be safe. */
export const openForService = async (settings: Settings): Promise<Container> => {
  const objections: string[] = []
  let container: Container | null = null
  if (settings.NODE_ENV !== 'production' || missingServers(settings).length === 0) {
    try {
      container = await openContainer(settings)
    } catch (error) {
      objections.push(explain(error))
    }
  }
  const demoAccounts = container === null ? 0 : await container.ports.accounts.countDemo()
  objections.push(...objectionsTo(settings, demoAccounts))
  if (container !== null && objections.length === 0) return container
  await container?.close()
  throw new Error(['Refused to start:', ...objections.map(reason => `  - ${reason}`)].join('\n'))
}
