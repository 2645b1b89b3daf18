import { isLoopback } from '../../config/demo.ts'
import type { Settings } from '../../config/index.ts'

const SERVERS = ['MONGODB_URI', 'REDIS_URL', 'SMTP_URL'] as const

/** Servers that the settings do not name. */
export const missingServers = (
  settings: Pick<Settings, (typeof SERVERS)[number]>,
): readonly (typeof SERVERS)[number][] => SERVERS.filter(name => settings[name] === undefined)

/** Every reason, at once, not to serve people with these settings and so many demo accounts; none: go ahead. */
export const objectionsTo = (settings: Settings, demoAccounts: number): readonly string[] => {
  if (settings.NODE_ENV !== 'production')
    return demoAccounts > 0 && !isLoopback(settings.HOST)
      ? [`HOST=${settings.HOST} would open the demo accounts to others: take 127.0.0.1, or DEMO=off`]
      : []
  const objections = missingServers(settings).map(
    name => `${name} is not set: production does not run on embedded servers`,
  )
  if (settings.SESSION_SECRET === undefined)
    objections.push('SESSION_SECRET is not set: at least 32 random characters, the same for every process')
  if (settings.PUBLIC_URL?.startsWith('https://') !== true)
    objections.push('PUBLIC_URL is not an https address')
  if ((settings.MESSAGE_WEBHOOK_URL === undefined) !== (settings.MESSAGE_WEBHOOK_SECRET === undefined))
    objections.push('MESSAGE_WEBHOOK_URL and MESSAGE_WEBHOOK_SECRET go together: one of them is not set')
  if (demoAccounts > 0)
    objections.push(
      `the database has ${demoAccounts} demo accounts: start once with NODE_ENV=development DEMO=off to remove them`,
    )
  return objections
}
