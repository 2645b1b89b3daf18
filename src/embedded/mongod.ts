import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { type Child, freePort, startChild } from './child.ts'
import { findMongod } from './programs.ts'

export interface EmbeddedMongod extends Child {
  readonly uri: string
  readonly origin: string
}

const SET = 'rs0'

/** Makes a set of one; where the folder was used before on another port, tells the set its new address. */
const formReplicaSet = async (port: number): Promise<void> => {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 30_000,
  })
  try {
    const admin = client.db('admin')
    const host = `127.0.0.1:${port}`
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
    while (!(await admin.command({ hello: 1 }))['isWritablePrimary'])
      await new Promise(resolve => setTimeout(resolve, 50))
  } finally {
    await client.close()
  }
}

/** A single-node replica set of our own on a free loopback port, its data in the given folder. */
export const startMongod = async (folder: string, { cacheGB = 0.5 } = {}): Promise<EmbeddedMongod> => {
  const program = await findMongod()
  const dbPath = join(folder, 'mongodb')
  await mkdir(dbPath, { recursive: true })
  const port = await freePort()
  const child = await startChild(
    program.path,
    [
      ...['--replSet', SET, '--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1'],
      ...['--wiredTigerCacheSizeGB', String(cacheGB), '--oplogSize', '256', '--quiet'],
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false', '--nounixsocket'],
    ],
    join(folder, 'mongodb.log'),
  )
  try {
    await formReplicaSet(port)
  } catch (error) {
    await child.stop()
    throw error
  }
  return {
    ...child,
    uri: `mongodb://127.0.0.1:${port}/thu-hoach?replicaSet=${SET}`,
    origin: program.origin,
  }
}
