import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Db, MongoClient } from 'mongodb'
import supertest from 'supertest'
import { readSettings } from '../../config/index.ts'
import { checkInvariants } from '../../src/commands/check-invariants.ts'
import { recountStale } from '../../src/commands/recount-stale.ts'
import { type Container, createContainer } from '../../src/container.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { type MailCatcher, startMailCatcher } from '../../src/embedded/mail-catcher.ts'
import { createApp } from '../../src/http/app.ts'
import { allRoutes } from '../../src/http/routes.ts'
import { CAMPAIGN, type CastName, castAccounts, UNITS } from './cast.ts'
import { holdToContract } from './contract.ts'
import { leaveDatabase, takeDatabase } from './databases.ts'
import { workUntilIdle } from './work.ts'

/** A clock that stands still until it is set. */
export interface TestClock {
  now(): Date
  set(at: string | Date): void
}

export const standingClock = (start: string): TestClock => {
  let present = new Date(start)
  return {
    now: () => present,
    set: at => {
      present = new Date(at)
    },
  }
}

export interface World {
  readonly container: Container
  readonly clock: TestClock
  readonly mails: MailCatcher
  readonly url: string
  readonly server: Server
  /** A client that signs in as one of the cast (bearer token), or as nobody. Every answer is held to the contract. */
  as(who: CastName | 'nobody'): ReturnType<typeof supertest.agent>
  /** Recounts, as a worker would, until all numbers are right. */
  settle(): Promise<void>
  /** Runs a worker until nothing is left that is due at the clock's time. */
  work(): Promise<void>
  /** Fails, naming them, when the stored essays contradict themselves. For the end of every story. */
  checkInvariants(): Promise<void>
  /** The world's database itself, for looking at what lies in it and for breaking it. */
  readonly db: Db
  close(): Promise<void>
}

/**
 * A house of its own on the run's servers: own database (empty), own mail catcher, the app listening on a free port, the
 * cast's accounts, a few units, one campaign; it is 7 December 2018, a week before the due date.
 */
export const openWorld = async (environment: Record<string, string> = {}): Promise<World> => {
  const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '')
  uri.pathname = `/${takeDatabase()}`
  const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-world-'))
  const mails = await startMailCatcher(folder)
  const clock = standingClock('2018-12-07T02:00:00Z')
  const settings = readSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    ...environment,
  })
  const container = await createContainer(
    settings,
    { mongodbUri: uri.href, redisUrl: process.env['TEST_REDIS_URL'] ?? '', smtpUrl: mails.url },
    { clock },
  )
  const { ports } = container
  const mongo = await MongoClient.connect(uri.href)
  await ports.transact(async tx => ports.units.save(UNITS, tx))
  await ports.campaigns.insert(CAMPAIGN)
  for (const account of castAccounts) {
    await ports.accounts.save(account)
    await ports.tokens.insert({
      id: ports.random.id(),
      account: account.id,
      name: 'test',
      hash: sha256(`token-${account.id}`),
      createdAt: clock.now(),
      lastUsedAt: null,
    })
  }
  const server = createServer(createApp(ports, container.http))
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const hold = holdToContract(allRoutes(ports))

  return {
    container,
    clock,
    mails,
    url,
    server,
    as(who) {
      const client = supertest.agent(url)
      client.use(hold)
      if (who !== 'nobody') client.set('Authorization', `Bearer token-${who}`)
      return client
    },
    db: mongo.db(),
    async settle() {
      while ((await recountStale(ports)(clock.now())) > 0);
    },
    async checkInvariants() {
      expect(await checkInvariants(ports)({ deep: true })).to.deep.equal([])
    },
    work: async () => workUntilIdle(container),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => {
        server.close(resolve)
      })
      await container.close()
      await leaveDatabase(mongo.db(), container.redis)
      await mongo.close()
      await mails.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
