import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Db, MongoClient } from 'mongodb'
import { type Child, onFreePort, startChild, unlessEnded } from './child.ts'
import { findMongod, type Program } from './programs.ts'

export interface EmbeddedMongod extends Child {
  readonly port: number
  readonly uri: string
  readonly origin: string
}

const SET = 'rs0'
/** Reading the journal after a `kill -9` comes before the first answer; with much data that takes its time. */
const RECOVERY_MS = 300_000

/** Makes a set of one; where the folder was used before on another port, tells the set its new address. */
const formReplicaSet = async (admin: Db, host: string): Promise<void> => {
  try {
    await admin.command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host }] } })
  } catch (error) {
    // AlreadyInitialized: the data of an earlier start.
    if (!(error instanceof Error && 'code' in error && error.code === 23)) throw error
    const { config } = await admin.command({ replSetGetConfig: 1 })
    if (config.members[0].host !== host) {
      config.members[0].host = host
      config.version += 1
      await admin.command({ replSetReconfig: config, force: true })
    }
  }
  while (!(await admin.command({ hello: 1 }))['isWritablePrimary']) await sleep(50)
}

const untilPrimary = async (host: string, child: Child): Promise<void> => {
  const client = new MongoClient(`mongodb://${host}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: RECOVERY_MS,
  })
  const work = async (): Promise<void> => {
    const admin = client.db('admin')
    const { pid } = await admin.command({ serverStatus: 1 })
    if (Number(pid) !== child.pid) throw new Error(`Another MongoDB listens on ${host}.`)
    await formReplicaSet(admin, host)
  }
  try {
    await unlessEnded(child, work())
  } finally {
    await client.close()
  }
}

const startOn = async (
  program: Program,
  folder: string,
  port: number,
  cacheGB: number,
): Promise<EmbeddedMongod> => {
  const dbPath = join(folder, 'mongodb')
  await mkdir(dbPath, { recursive: true })
  const child = await startChild(
    program.path,
    [
      ...['--replSet', SET, '--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1'],
      ...['--wiredTigerCacheSizeGB', String(cacheGB), '--oplogSize', '256', '--quiet', '--nounixsocket'],
      // Nearly all that is written is essays, which are compressed already.
      ...['--wiredTigerJournalCompressor', 'none'],
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ],
    folder,
    'mongodb',
  )
  try {
    await untilPrimary(`127.0.0.1:${port}`, child)
  } catch (error) {
    await child.stop()
    throw error
  }
  return {
    ...child,
    port,
    uri: `mongodb://127.0.0.1:${port}/thu-hoach?replicaSet=${SET}`,
    origin: program.origin,
  }
}

/** A single-node replica set of our own on a loopback port (none given: a free one), its data in the given folder. */
export const startMongod = async (
  folder: string,
  { port, cacheGB = 0.5 }: { readonly port?: number | undefined; readonly cacheGB?: number } = {},
): Promise<EmbeddedMongod> => {
  const program = await findMongod()
  const start = async (on: number) => startOn(program, folder, on, cacheGB)
  return port === undefined ? onFreePort(start) : start(port)
}
