import { createHash, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startNodeProcess } from '../../src/embedded/node-process.ts'
import { type Client, openClient } from './client.ts'
import { type Essay, multipart } from './essay.ts'
import type { Place } from './stack.ts'

export interface System {
  readonly name: string
  readonly pids: readonly number[]
  /** What an upload of this essay needs, made before the time is taken; the attempt answers false when it must come again. */
  readonly prepare: (essay: Essay) => () => Promise<boolean>
  /** Reads back everything that was acknowledged and compares it; answers how many that were. */
  readBack(): Promise<number>
  stop(): Promise<void>
}

interface Stored {
  readonly path: string
  readonly sha256: string
}

/** Throws at the first one whose bytes are not what was sent. */
const compare = async (
  stored: readonly Stored[],
  read: (path: string) => Promise<string>,
  concurrency = 8,
): Promise<number> => {
  const rest = stored.values()
  const reader = async (): Promise<void> => {
    for (const { path, sha256 } of rest)
      if ((await read(path)) !== sha256) throw new Error(`${path} is not what was sent`)
  }
  await Promise.all(Array.from({ length: concurrency }, reader))
  return stored.length
}

const hashed =
  (client: Client, headers: Readonly<Record<string, string>> = {}) =>
  async (path: string): Promise<string> =>
    createHash('sha256')
      .update((await client.send('GET', path, headers)).body)
      .digest('hex')

const unexpected = (name: string, status: number, body: Buffer): Error =>
  new Error(`${name} answered ${status}: ${body.toString('utf8', 0, 500)}`)

/** The product itself: bearer token, deadline, inspection, transaction, receipt. Every upload is another essay. */
export const thuHoach = (
  stack: { readonly port: number; readonly pids: readonly number[]; readonly token: string },
  places: readonly Place[],
  connections: number,
): System => {
  const client = openClient(stack.port, connections)
  const auth = { Authorization: `Bearer ${stack.token}` }
  const stored: Stored[] = []
  let next = 0
  return {
    name: 'Thu Hoạch',
    pids: stack.pids,
    prepare(essay) {
      const place = places[next % places.length]
      if (place === undefined) throw new Error('nobody to hand in for')
      next += 1
      const { type, body } = multipart(essay, { topics: place.topic })
      const headers = { ...auth, 'Content-Type': type, 'Idempotency-Key': randomUUID() }
      return async () => {
        const answer = await client.send('POST', `${place.path}/submissions`, headers, body)
        if (answer.status === 503) return false
        if (answer.status !== 201) throw unexpected('Thu Hoạch', answer.status, answer.body)
        const { receipts } = JSON.parse(answer.body.toString())
        if (receipts[0].sha256 !== essay.sha256) throw new Error('the receipt names another hash')
        const path = `${place.path}/essays/${place.topic}/versions/${receipts[0].version}/file`
        stored.push({ path, sha256: essay.sha256 })
        return true
      }
    },
    readBack: async () => compare(stored, hashed(client, auth)),
    async stop() {
      client.close()
    },
  }
}

/** Express and multer to disk: what an upload costs that promises nothing. */
export const multerToDisk = async (folder: string, connections: number): Promise<System> => {
  const files = join(folder, 'multer')
  await mkdir(files)
  const server = await startNodeProcess({
    script: 'bench/upload/floor-multer.ts',
    env: { ...process.env, FOLDER: files },
    logFile: join(folder, 'multer.log'),
  })
  const client = openClient(server.port ?? 0, connections)
  const stored: Stored[] = []
  return {
    name: 'Express + multer to disk',
    pids: [server.pid],
    prepare(essay) {
      const { type, body } = multipart(essay, { topics: 'CD1' })
      return async () => {
        const answer = await client.send('POST', '/', { 'Content-Type': type }, body)
        if (answer.status !== 201) throw unexpected('multer', answer.status, answer.body)
        stored.push({ path: `/${JSON.parse(answer.body.toString()).name}`, sha256: essay.sha256 })
        return true
      }
    },
    readBack: async () => compare(stored, async path => (await client.send('GET', path, {})).body.toString()),
    async stop() {
      client.close()
      await server.stop()
    },
  }
}

const TUS = { 'Tus-Resumable': '1.0.0' }

/** @tus/server to disk: a creation, then the bytes. */
export const tusToDisk = async (folder: string, connections: number): Promise<System> => {
  const files = join(folder, 'tus')
  await mkdir(files)
  const server = await startNodeProcess({
    script: 'bench/upload/floor-tus.ts',
    env: { ...process.env, FOLDER: files },
    logFile: join(folder, 'tus.log'),
  })
  const client = openClient(server.port ?? 0, connections)
  const stored: Stored[] = []
  return {
    name: '@tus/server to disk',
    pids: [server.pid],
    prepare(essay) {
      return async () => {
        const created = await client.send('POST', '/files', {
          ...TUS,
          'Upload-Length': essay.pieces.reduce((sum, piece) => sum + piece.length, 0),
        })
        if (created.status !== 201) throw unexpected('tus', created.status, created.body)
        const { pathname } = new URL(String(created.headers['location']), 'http://localhost')
        const sent = await client.send(
          'PATCH',
          pathname,
          { ...TUS, 'Upload-Offset': 0, 'Content-Type': 'application/offset+octet-stream' },
          essay.pieces,
        )
        if (sent.status !== 204) throw unexpected('tus', sent.status, sent.body)
        stored.push({ path: pathname, sha256: essay.sha256 })
        return true
      }
    },
    readBack: async () => compare(stored, hashed(client)),
    async stop() {
      client.close()
      await server.stop()
    },
  }
}
