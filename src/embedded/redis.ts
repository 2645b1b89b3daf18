import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { type Child, onFreePort, startChild, unlessEnded } from './child.ts'
import { findRedis, type Program } from './programs.ts'

export interface EmbeddedRedis extends Child {
  readonly port: number
  readonly url: string
  readonly origin: string
}

const untilAnswering = async (url: string, child: Child): Promise<void> => {
  const probe = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  // Until it listens, every attempt ends in an error event; the retry above is the answer to it.
  probe.on('error', () => undefined)
  try {
    const info = await unlessEnded(child, probe.info('server'))
    if (!info.includes(`process_id:${child.pid}\r`)) throw new Error(`Another Redis listens on ${url}.`)
  } finally {
    probe.disconnect()
  }
}

const startOn = async (program: Program, folder: string, port: number): Promise<EmbeddedRedis> => {
  const dir = join(folder, 'redis')
  await mkdir(dir, { recursive: true })
  const child = await startChild(
    program.path,
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', dir],
      ...['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''],
    ],
    folder,
    'redis',
  )
  const url = `redis://127.0.0.1:${port}`
  try {
    await untilAnswering(url, child)
  } catch (error) {
    await child.stop()
    throw error
  }
  return { ...child, port, url, origin: program.origin }
}

/** A Redis of our own on a loopback port (none given: a free one): append-only file, never evicts, as BullMQ asks. */
export const startRedis = async (
  folder: string,
  { port }: { readonly port?: number | undefined } = {},
): Promise<EmbeddedRedis> => {
  const program = await findRedis()
  const start = async (on: number) => startOn(program, folder, on)
  return port === undefined ? onFreePort(start) : start(port)
}
