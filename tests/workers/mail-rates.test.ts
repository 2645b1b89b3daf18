import { expect } from 'chai'
import type { Container } from '../../src/container.ts'
import { openBeside } from '../support/beside.ts'
import { enrol } from '../support/builders.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { workUntilIdle } from '../support/work.ts'
import { openWorld, type World } from '../support/world.ts'

const WAVES = '/api/v1/campaigns/nghi-quyet-12-cdvn/reminder-waves'
const START = Date.parse('2018-12-07T02:00:00Z')

describe('mails and what the mail server takes', () => {
  let world: World
  let server: MailServer
  let workers: Container[]
  before(async () => {
    world = await openWorld()
    server = await startMailServer()
    const settings = { MAILS_PER_DOMAIN_PER_MINUTE: '2' }
    workers = [
      await openBeside(world, { smtpUrl: server.url }, settings),
      await openBeside(world, { smtpUrl: server.url }, settings),
    ]
  })
  after(async () => {
    for (const worker of workers) await worker.close()
    await server.stop()
    await world.close()
  })
  beforeEach(async () => {
    server.taken.length = 0
    server.refused.clear()
    server.answer = null
    server.hangUp()
    for (const name of ['notices', 'enrolments', 'breakers', 'paces'])
      await world.db.collection(name).deleteMany({})
    world.clock.set(new Date(START))
  })

  const minute = (n: number): void => world.clock.set(new Date(START + n * 60_000))
  const work = async (): Promise<void> => {
    await Promise.all(workers.map(workUntilIdle))
  }
  const enrolAt = async (domain: string, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await enrol(world, { email: `nguoi-${n}@${domain}` })
  }
  const wave = async (): Promise<string> =>
    (await world.as('staff.hung-yen').post(WAVES).send({ unit: 'hung-yen' }).expect(202)).body.id
  const see = async (id: string) => (await world.as('staff.hung-yen').get(`${WAVES}/${id}`).expect(200)).body
  const domains = (): string[] => server.taken.map(({ to }) => to.split('@')[1]!).sort()
  const page = async (id: string): Promise<string> =>
    (await world.as('staff.hung-yen').get(`/dot/nghi-quyet-12-cdvn/nhac-nop/dot/${id}`).expect(200)).text
  const pause = async () => (await world.as('admin').get('/api/v1/work').expect(200)).body.pauses[0] ?? null

  it('keep to the rate of each domain, several workers together; a full one keeps no other back', async () => {
    await enrolAt('day.example', 5)
    await enrolAt('rong.example', 2)
    const id = await wave()
    await work()
    expect(domains()).to.deep.equal(['day.example', 'day.example', 'rong.example', 'rong.example'])
    await work()
    expect(server.taken, 'not before their minute').to.have.length(4)
    expect((await see(id)).waits).to.deep.equal({
      pauses: [],
      domains: [{ domain: 'day.example', waiting: 3, until: '2018-12-07T02:01:00.000Z' }],
    })
    expect(await page(id))
      .to.include('Đang tạm dừng gửi đến day.example')
      .and.include('3 thư chờ đến lượt')
    minute(1)
    await work()
    expect(server.taken).to.have.length(6)
    minute(2)
    await work()
    expect(new Set(server.taken.map(({ to }) => to)).size).to.equal(7)
    expect(await see(id)).to.deep.include({ state: 'done', waits: { pauses: [], domains: [] } })
    expect((await see(id)).counts).to.include({ sent: 7, queued: 0 })
    expect(await page(id)).not.to.include('tạm dừng')
  })

  it('that missed their turns do not all come at once', async () => {
    await enrolAt('day.example', 6)
    await wave()
    await work()
    minute(60)
    await work()
    expect(server.taken, 'two then, and two now').to.have.length(4)
  })

  for (const [what, answer] of [
    ['closes the line with 421', { stage: 'connect', status: 421 }],
    ['does not take our account', { stage: 'auth', status: 535 }],
    ['does not take our sender', { stage: 'sender', status: 550 }],
  ] as const)
    it(`wait while the server ${what}: no attempt is lost, one tries whether it is back, and then all go out`, async () => {
      for (let n = 0; n < 30; n += 1) await enrol(world, { email: `nguoi@mien-${n}.example` })
      server.answer = answer
      const first = server.refusals()
      const id = await wave()
      await work()
      expect(server.taken).to.deep.equal([])
      const paused = await pause()
      expect(paused).to.include({ since: '2018-12-07T02:00:00.000Z', until: '2018-12-07T02:01:00.000Z' })
      expect(paused.reason).to.include(answer.status)
      const { channel, since, until } = paused
      expect((await see(id)).waits).to.deep.equal({ pauses: [{ channel, since, until }], domains: [] })
      expect(await page(id)).to.include('Đang tạm dừng gửi thư vì máy chủ thư từ chối')
      // Two workers have ten mails each on their way.
      expect(server.refusals() - first, 'the others are not even tried').to.be.within(5, 24)

      for (const n of [1, 3, 8, 23]) {
        const before = server.refusals()
        minute(n)
        await work()
        expect(server.refusals() - before, `one probe in minute ${n}`).to.equal(1)
      }
      expect(await pause()).to.include({ until: '2018-12-07T02:38:00.000Z' })
      const waiting = (await world.db.collection('notices').find({ cause: id }).toArray()).map(
        ({ state, attempt }) => [state, attempt <= 1],
      )
      expect(waiting).to.deep.equal(Array.from({ length: 30 }, () => ['queued', true]))

      server.answer = null
      minute(38)
      await work()
      expect(await pause()).to.equal(null)
      expect(server.taken).to.have.length(30)
      expect((await see(id)).counts).to.include({ sent: 30, queued: 0 })
    })

  it('to a mailbox that is full do not keep those to others back', async () => {
    for (let n = 0; n < 8; n += 1) {
      const email = `nguoi@mien-${n}.example`
      await enrol(world, { email })
      if (n > 0) server.refused.set(email, 452)
    }
    await wave()
    await work()
    expect(await pause()).to.equal(null)
    expect(server.taken.map(({ to }) => to)).to.deep.equal(['nguoi@mien-0.example'])
  })
})
