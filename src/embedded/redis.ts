import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { type Child, freePort, startChild } from './child.ts'
import { findRedis } from './programs.ts'

export interface EmbeddedRedis extends Child {
  readonly url: string
  readonly origin: string
}

/** A Redis of our own on a free loopback port: append-only file, never evicts, as BullMQ asks. */
export const startRedis = async (folder: string): Promise<EmbeddedRedis> => {
  const program = await findRedis()
  const dir = join(folder, 'redis')
  await mkdir(dir, { recursive: true })
  const port = await freePort()
  const child = await startChild(
    program.path,
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', dir],
      ...['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''],
    ],
    join(folder, 'redis.log'),
  )
  const url = `redis://127.0.0.1:${port}`
  const probe = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  // Until it listens, every attempt ends in an error event; the retry above is the answer to it.
  probe.on('error', () => undefined)
  await probe.ping()
  probe.disconnect()
  return { ...child, url, origin: program.origin }
}
