import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { Redis } from 'ioredis'
import { planWave } from '../../src/commands/plan-wave.ts'
import { reconcile } from '../../src/commands/reconcile.ts'
import { sendDue } from '../../src/commands/send-due.ts'
import { sendWave as send } from '../../src/commands/send-wave.ts'
import type { Container } from '../../src/container.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { actorOf } from '../../src/ports/accounts.ts'
import { runWorker } from '../../workers/run.ts'
import { openBeside } from '../support/beside.ts'
import { enrol } from '../support/builders.ts'
import { castAccounts } from '../support/cast.ts'
import { readMails } from '../support/inbox.ts'
import { type Line, openLine } from '../support/line.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { workUntilIdle } from '../support/work.ts'
import { openWorld, type World } from '../support/world.ts'

const WAVES = '/api/v1/campaigns/nghi-quyet-12-cdvn/reminder-waves'

const sendWave = async (world: World): Promise<string> =>
  (await world.as('staff.hung-yen').post(WAVES).send({ unit: 'hung-yen' }).expect(202)).body.id

const noticesOf = async (world: World, id: string) =>
  (await world.as('staff.hung-yen').get(`${WAVES}/${id}`).expect(200)).body.notices

const enrolMany = async (world: World, count: number): Promise<string[]> => {
  const addresses = Array.from({ length: count }, (_, i) => `nguoi-${i}@test.example`)
  for (const email of addresses) await enrol(world, { email })
  return addresses
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(20)
}

describe('a notice whose mail does not go through', () => {
  let world: World
  let server: MailServer
  let container: Container
  beforeEach(async () => {
    world = await openWorld()
    server = await startMailServer()
    container = await openBeside(world, { smtpUrl: server.url })
  })
  afterEach(async () => {
    await container.close()
    await server.stop()
    await world.close()
  })

  it('is tried again later when the server is busy, and sent once', async () => {
    await enrol(world, { email: 'ban@test.example' })
    server.refused.set('ban@test.example', 451)
    const id = await sendWave(world)
    await workUntilIdle(container)
    const [waiting] = await noticesOf(world, id)
    expect(waiting).to.include({ state: 'queued' })
    expect(waiting.detail).to.match(/^Error.*no such mailbox here/)
    expect(server.taken).to.deep.equal([])

    server.refused.clear()
    await workUntilIdle(container)
    expect(server.taken, 'not before its time').to.deep.equal([])
    world.clock.set('2018-12-07T02:01:00Z')
    await workUntilIdle(container)
    await workUntilIdle(container)
    expect(server.taken.map(mail => mail.to)).to.deep.equal(['ban@test.example'])
    expect((await noticesOf(world, id))[0]).to.include({ state: 'sent', sentAt: '2018-12-07T02:01:00.000Z' })
  })

  it('is tried again while no server is there at all', async () => {
    await enrol(world, { email: 'cho@test.example' })
    const nowhere = await openBeside(world, { smtpUrl: 'smtp://127.0.0.1:1' })
    const id = await sendWave(world)
    await workUntilIdle(nowhere)
    await nowhere.close()
    expect((await noticesOf(world, id))[0].state).to.equal('queued')
    world.clock.set('2018-12-07T02:01:00Z')
    await workUntilIdle(container)
    expect(server.taken).to.have.length(1)
  })

  it('has failed after a day of trying', async () => {
    await enrol(world, { email: 'mai@test.example' })
    server.refused.set('mai@test.example', 451)
    const id = await sendWave(world)
    for (let hours = 0; hours <= 48; hours += 4) {
      world.clock.set(new Date(Date.parse('2018-12-07T02:00:00Z') + hours * 3_600_000))
      await workUntilIdle(container)
    }
    expect((await noticesOf(world, id))[0]).to.include({ state: 'failed', reason: 'unreachable' })
  }).timeout(120_000)

  it('has failed at once, with the reason, when the address is refused for good; the others are sent', async () => {
    const [, wrong, ...more] = await enrolMany(world, 4)
    server.refused.set(wrong!, 550)
    const id = await sendWave(world)
    await workUntilIdle(container)
    const notices = await noticesOf(world, id)
    const failed = notices.filter((notice: { state: string }) => notice.state !== 'sent')
    expect(failed).to.have.length(1)
    expect(failed[0]).to.include({ email: wrong, state: 'failed', reason: 'refused' })
    expect(failed[0].detail).to.include('550 no such mailbox here')
    expect(server.taken.map(mail => mail.to)).to.include.members(more)
    expect(server.taken).to.have.length(3)
  })

  it('comes twice at most, under one Message-ID, when the line dies before the server could say that it took it', async () => {
    await enrol(world, { email: 'dut@test.example' })
    server.refused.set('dut@test.example', 0)
    await sendWave(world)
    await workUntilIdle(container)
    expect(server.taken).to.have.length(1)
    server.refused.clear()
    world.clock.set('2018-12-07T02:01:00Z')
    await workUntilIdle(container)
    await workUntilIdle(container)
    expect(server.taken).to.have.length(2)
    expect(new Set(server.taken.map(mail => mail.messageId)).size).to.equal(1)
  })
})

describe('a worker that dies', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  it('while it holds a notice leaves it to others once the lease is over', async () => {
    await enrol(world)
    const id = await sendWave(world)
    const { ports } = world.container
    await planWave(ports)(HOUSE, id, world.clock.now())
    const until = new Date(world.clock.now().getTime() + 1000)
    expect(await ports.notices.take('reminders', 1, world.clock.now(), until)).to.have.length(1)

    await world.work()
    expect(await readMails(world), 'somebody is at it').to.have.length(0)
    world.clock.set(until)
    await world.work()
    expect(await readMails(world)).to.have.length(1)
  })

  it('between the sending and the note of it costs one duplicate with the same Message-ID', async () => {
    await enrol(world, { email: 'hai@test.example' })
    const id = await sendWave(world)
    const { ports } = world.container
    // The note never reaches the database: what the worker that died would have left.
    const dying = {
      ...ports,
      notices: { ...ports.notices, settle: async () => Promise.reject(new Error('dead')) },
    }
    await planWave(ports)(HOUSE, id, world.clock.now())
    const last = sendDue(dying)(HOUSE, 'reminders')
    expect(await last.catch((error: Error) => error.message)).to.equal('dead')

    world.clock.set('2018-12-07T02:03:00Z')
    await world.work()
    await world.work()
    const mails = await readMails(world)
    expect(mails).to.have.length(2)
    expect(new Set(mails.map(mail => mail.messageId)).size).to.equal(1)
    expect((await noticesOf(world, id))[0].state).to.equal('sent')
  })

  it('in the middle of writing notices is followed by one that goes on where it was', async () => {
    const addresses = await enrolMany(world, 6)
    const id = await sendWave(world)
    const { ports } = world.container
    await planWave(ports)(HOUSE, id, world.clock.now())
    await world.db.collection('notices').deleteMany({ email: { $in: addresses.slice(0, 3) } })
    await world.db.collection<{ _id: string }>('waves').updateOne({ _id: id }, { $set: { planned: false } })

    await world.work()
    const mails = await readMails(world)
    expect(mails.map(mail => [mail.to].flat()[0]!.text).sort()).to.deep.equal(addresses)
  })
})

describe('several workers at once', () => {
  it('send each mail once', async () => {
    const world = await openWorld()
    const other = await openBeside(world)
    const addresses = await enrolMany(world, 30)
    await sendWave(world)
    await Promise.all([workUntilIdle(world.container), workUntilIdle(other), workUntilIdle(other)])
    const mails = await readMails(world)
    expect(mails.map(mail => [mail.to].flat()[0]!.text).sort()).to.deep.equal([...addresses].sort())
    await other.close()
    await world.close()
  })

  it('keep to the rate together', async () => {
    const world = await openWorld({ MAILS_PER_MINUTE: '3' })
    const other = await openBeside(world, {}, { MAILS_PER_MINUTE: '3' })
    await enrolMany(world, 8)
    const id = await sendWave(world)
    const workers = await Promise.all([runWorker(world.container), runWorker(other)])
    await until(async () => (await readMails(world)).length >= 3)
    await until(async () => {
      const queues = await world.container.ports.queue.counts()
      return queues?.every(({ waiting, active }) => waiting + active === 0) === true
    })
    await Promise.all(workers.map(async worker => worker.stop()))
    expect(await readMails(world)).to.have.length(3)
    const { body } = await world.as('staff.hung-yen').get(`${WAVES}/${id}`)
    expect(body.counts).to.deep.equal({ queued: 5, sent: 3, bounced: 0, failed: 0, skipped: 0 })

    world.clock.set(new Date(world.clock.now().getTime() + 60_000))
    const { ports } = world.container
    await Promise.all([sendDue(ports)(HOUSE, 'reminders'), sendDue(other.ports)(HOUSE, 'reminders')])
    expect(await readMails(world), 'as many in the next minute').to.have.length(6)
    await other.close()
    await world.close()
  })
})

describe('Redis', () => {
  let world: World
  let line: Line
  let house: Container
  beforeEach(async () => {
    world = await openWorld()
    line = await openLine(world.container.redis.url)
    house = await openBeside(world, { redisUrl: line.url })
  })
  afterEach(async () => {
    await house.close()
    await line.cut()
    await world.close()
  })

  const empty = async (): Promise<number> => {
    const redis = new Redis(world.container.redis.url)
    const keys = await redis.keys(`${world.container.redis.prefix}:*`)
    const removed = keys.length === 0 ? 0 : await redis.del(...keys)
    redis.disconnect()
    return removed
  }

  it('emptied between the planning and the sending loses nothing and doubles nothing', async () => {
    const addresses = await enrolMany(world, 10)
    const id = await sendWave(world)
    await planWave(world.container.ports)(HOUSE, id, world.clock.now())
    expect(await empty()).to.be.greaterThan(0)
    await world.work()
    const mails = await readMails(world)
    expect(mails.map(mail => [mail.to].flat()[0]!.text).sort()).to.deep.equal(addresses)
  })

  it('away while a wave is asked for, and back empty: nobody waits, and all goes out', async () => {
    const addresses = await enrolMany(world, 5)
    const worker = await runWorker(house)
    await until(async () => house.ports.queue.isUp())
    await line.cut()

    const staff = actorOf(castAccounts.find(account => account.id === 'staff.hung-yen')!)
    const request = {
      campaign: 'nghi-quyet-12-cdvn',
      selection: { unit: 'hung-yen' },
      dryRun: false,
      idempotencyKey: null,
    }
    const answer = await send(house.ports)(staff, request, world.clock.now())
    expect(answer).to.nested.include({ ok: true, 'value.recipients': 5 })
    expect(await house.ports.queue.isUp()).to.equal(false)

    await empty()
    await line.mend()
    await until(async () => house.ports.queue.isUp())
    await reconcile(house.ports)(world.clock.now())
    await until(async () => (await readMails(world)).length >= 5)
    await worker.stop()
    expect((await readMails(world)).map(mail => [mail.to].flat()[0]!.text).sort()).to.deep.equal(addresses)
  })

  it('away does not keep a worker from stopping', async () => {
    const worker = await runWorker(house)
    await line.cut()
    await worker.stop()
    expect(await house.ports.heartbeats.countAlive(10_000)).to.equal(0)
  })
})
