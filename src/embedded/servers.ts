import type { Settings } from '../../config/index.ts'
import { keepRunning } from './keep-running.ts'
import { startMailCatcher } from './mail-catcher.ts'
import { startMongod } from './mongod.ts'
import { startRedis } from './redis.ts'

/** What has begun, in this order; its stop ends it in the other. */
export type Begun = { stop(): Promise<void> }[]

/** One run of the stack. */
export interface Run {
  readonly begun: Begun
  /** Aborted when all of it is to stop. */
  readonly signal: AbortSignal
}

/** The settings that name the servers, as children are given them. */
export type ServerSettings = Readonly<Record<'MONGODB_URI' | 'REDIS_URL' | 'SMTP_URL', string>>

const tell = (server: string, origin: string): void => {
  console.log(`${server}: ${origin}`)
}

const given = (server: string, uri: string | undefined): string | undefined => {
  if (uri !== undefined) tell(server, 'as set in the environment')
  return uri
}

export interface Servers {
  readonly servers: ServerSettings
  /** null: mails are sent for good. */
  readonly mailFolder: string | null
}

/** The servers that the settings name, and embedded ones for the others, one line of the log each saying which. */
export const startServers = async (settings: Settings, { begun, signal }: Run): Promise<Servers> => {
  const { DATA_DIR: folder } = settings

  const mongodb = async (): Promise<string> => {
    const kept = await keepRunning('MongoDB', signal, async port => startMongod(folder, { port }))
    begun.push(kept)
    tell('MongoDB', kept.first.origin)
    return kept.first.uri
  }
  const redis = async (): Promise<string> => {
    const kept = await keepRunning('Redis', signal, async port => startRedis(folder, { port }))
    begun.push(kept)
    tell('Redis', kept.first.origin)
    return kept.first.url
  }
  let mailFolder: string | null = null
  const mail = async (): Promise<string> => {
    const catcher = await startMailCatcher(folder)
    begun.push(catcher)
    mailFolder = catcher.folder
    tell('Mail', `caught in ${mailFolder}`)
    return catcher.url
  }

  const servers = {
    MONGODB_URI: given('MongoDB', settings.MONGODB_URI) ?? (await mongodb()),
    REDIS_URL: given('Redis', settings.REDIS_URL) ?? (await redis()),
    SMTP_URL: given('Mail', settings.SMTP_URL) ?? (await mail()),
  }
  return { servers, mailFolder }
}
