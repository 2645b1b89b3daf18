import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedMongod, startMongod } from '../../src/embedded/mongod.ts'
import { type EmbeddedRedis, startRedis } from '../../src/embedded/redis.ts'

let folder: string
let mongod: EmbeddedMongod
let redis: EmbeddedRedis

/** Real servers, once a run, on free ports in a temporary folder. */
export const mochaGlobalSetup = async (): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), 'thu-hoach-test-'))
  mongod = await startMongod(folder)
  redis = await startRedis(folder)
  process.env['TEST_MONGODB_URI'] = mongod.uri
  process.env['TEST_REDIS_URL'] = redis.url
}

export const mochaGlobalTeardown = async (): Promise<void> => {
  await Promise.all([mongod.stop(), redis.stop()])
  await rm(folder, { recursive: true, force: true })
}
