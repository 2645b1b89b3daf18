import type { Settings } from '../../config/index.ts'
import { keepRunning } from './keep-running.ts'
import { startMailCatcher } from './mail-catcher.ts'
import { startMongod } from './mongod.ts'
import { startRedis } from './redis.ts'

/** What a start has begun and its stop must end, in the order of their beginning. */
export type Closers = (() => Promise<void>)[]

/** The settings that name the servers, as children are given them. */
export type ServerSettings = Readonly<Record<'MONGODB_URI' | 'REDIS_URL' | 'SMTP_URL', string>>

const tell = (server: string, origin: string): void => {
  console.log(`${server}: ${origin}`)
}

export interface Servers {
  readonly servers: ServerSettings
  /** null: mails are sent for good. */
  readonly mailFolder: string | null
}

/** The servers that the settings name, and embedded ones for the others, one line of the log each saying which. */
export const startServers = async (settings: Settings, closers: Closers): Promise<Servers> => {
  const { DATA_DIR: folder } = settings

  const mongodb = async (): Promise<string> => {
    const { first, stop } = await keepRunning('MongoDB', async port => startMongod(folder, { port }))
    closers.push(stop)
    tell('MongoDB', first.origin)
    return first.uri
  }
  const redis = async (): Promise<string> => {
    const { first, stop } = await keepRunning('Redis', async port => startRedis(folder, { port }))
    closers.push(stop)
    tell('Redis', first.origin)
    return first.url
  }
  let mailFolder: string | null = null
  const mail = async (): Promise<string> => {
    const catcher = await startMailCatcher(folder)
    closers.push(catcher.stop)
    mailFolder = catcher.folder
    tell('Mail', `caught in ${mailFolder}`)
    return catcher.url
  }
  const given = (server: string, uri: string | undefined): string | undefined => {
    if (uri !== undefined) tell(server, 'as set in the environment')
    return uri
  }

  const servers = {
    MONGODB_URI: given('MongoDB', settings.MONGODB_URI) ?? (await mongodb()),
    REDIS_URL: given('Redis', settings.REDIS_URL) ?? (await redis()),
    SMTP_URL: given('Mail', settings.SMTP_URL) ?? (await mail()),
  }
  return { servers, mailFolder }
}
