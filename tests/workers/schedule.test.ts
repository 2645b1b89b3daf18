import { setTimeout as pause } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { expect } from 'chai'
import { Redis } from 'ioredis'
import { planWave } from '../../src/commands/plan-wave.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { runWorker } from '../../workers/run.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN } from '../support/cast.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const BASE = '/api/v1/campaigns/nghi-quyet-12-cdvn'

/** Addresses of the mails that came since the last look, sorted. */
const watch = (world: World) => {
  let seen = 0
  return async (): Promise<string[]> => {
    const mails = await readMails(world)
    const fresh = mails.slice(seen)
    seen = mails.length
    return fresh.flatMap(mail => [mail.to ?? []].flat().map(to => to.text)).sort()
  }
}

describe('reminders by the schedule', () => {
  let world: World
  let news: () => Promise<string[]>
  beforeEach(async () => {
    world = await openWorld()
    news = watch(world)
  })
  afterEach(async () => world.close())

  /** Hanoi wall clock. */
  const workAt = async (time: string): Promise<string[]> => {
    world.clock.set(new Date(`${time.replace(' ', 'T')}:00+07:00`))
    await world.work()
    return news()
  }

  it('go out at their times through the whole campaign, each once, by everybody’s own date', async () => {
    await enrol(world, { email: 'chung@test.example' })
    const extended = await enrol(world, { email: 'giahan@test.example' })
    await world
      .as('staff.hung-yen')
      .post(`${BASE}/extensions`)
      .send({ enrolment: extended.id, dueAt: '2018-12-20T10:00:00Z', reason: 'đi công tác' })
      .expect(201)

    expect(await workAt('2018-12-07 09:00'), 'enrolled after that wave').to.deep.equal([])
    expect(await workAt('2018-12-11 07:59')).to.deep.equal([])
    expect(await workAt('2018-12-11 08:00')).to.deep.equal(['chung@test.example'])
    expect(await workAt('2018-12-11 08:00'), 'once').to.deep.equal([])
    expect(await workAt('2018-12-13 08:00')).to.deep.equal(['chung@test.example', 'giahan@test.example'])
    expect(await workAt('2018-12-17 08:00')).to.deep.equal(['giahan@test.example'])
    expect(await workAt('2018-12-19 08:00')).to.deep.equal(['giahan@test.example'])
    expect(await workAt('2018-12-21 08:00'), 'late, weekly').to.deep.equal(['chung@test.example'])
    expect(await workAt('2018-12-27 08:00')).to.deep.equal(['giahan@test.example'])
    expect(await workAt('2018-12-28 08:00')).to.deep.equal(['chung@test.example'])
    expect(await workAt('2019-01-04 08:00'), 'closed').to.deep.equal([])

    const waves = await world.as('staff.hung-yen').get(`${BASE}/reminder-waves`).expect(200)
    expect(waves.body.map((wave: { kind: string; state: string }) => [wave.kind, wave.state])).to.deep.equal(
      Array.from({ length: 7 }, () => ['scheduled', 'done']),
    )
  })

  it('missed while the system was down come as one, the latest', async () => {
    await enrol(world, { email: 'chung@test.example' })
    expect(await workAt('2018-12-28 10:00')).to.deep.equal(['chung@test.example'])
    const waves = await world.as('admin').get(`${BASE}/reminder-waves`).expect(200)
    expect(waves.body.map((wave: { at: string }) => wave.at)).to.deep.equal(['2018-12-28T01:00:00.000Z'])
  })

  it('are armed again by a new due date', async () => {
    await enrol(world, { email: 'chung@test.example' })
    expect(await workAt('2018-12-13 08:00')).to.have.length(1)
    await world.as('admin').patch(BASE).send({ dueAt: '2018-12-20T10:00:00Z' }).expect(200)
    expect(await workAt('2018-12-14 08:00')).to.deep.equal([])
    expect(await workAt('2018-12-17 08:00')).to.deep.equal(['chung@test.example'])
  })

  it('pass over those who handed in or were exempted meanwhile', async () => {
    const done = await enrol(world, { email: 'xong@test.example' })
    const exempt = await enrol(world, { email: 'mien@test.example' })
    const staff = world.as('staff.hung-yen')
    const wave = await staff.post(`${BASE}/reminder-waves`).send({ unit: 'hung-yen' }).expect(202)
    await planWave(world.container.ports)(HOUSE, wave.body.id, world.clock.now())
    await staff
      .post(`${BASE}/enrolments/${done.id}/submissions`)
      .send({ topics: CAMPAIGN.topics.map(topic => topic.code), text: 'Kế hoạch của bản thân tôi.' })
      .expect(201)
    await staff.post(`${BASE}/exemptions`).send({ enrolment: exempt.id, reason: 'nghỉ thai sản' }).expect(201)

    await world.work()
    const seen = await staff.get(`${BASE}/reminder-waves/${wave.body.id}`).expect(200)
    expect(
      seen.body.notices.map((n: { email: string; state: string; reason: string }) => [
        n.email,
        n.state,
        n.reason,
      ]),
    ).to.have.deep.members([
      ['xong@test.example', 'skipped', 'submitted'],
      ['mien@test.example', 'skipped', 'exempt'],
    ])
    expect((await readMails(world)).map(mail => mail.subject)).to.deep.equal([
      'Đã nhận bài thu hoạch chuyên đề 1, 2, 3, 4 và 5',
    ])
    await news()
    expect(await workAt('2018-12-11 08:00')).to.deep.equal([])
  })

  it('are asked for daily by a repeating job, which starts the wave that is due', async () => {
    await enrol(world, { email: 'chung@test.example' })
    const { url, prefix } = world.container.redis
    const connection = new Redis(url)
    const queue = new Queue('work', { connection, prefix })
    const worker = await runWorker(world.container)
    const findRepeat = async () => (await queue.getJobSchedulers())[0]
    while ((await findRepeat()) === undefined) await pause(20)
    const repeat = await findRepeat()
    expect(repeat).to.include({ name: 'start-wave', pattern: '0 8 * * *', tz: 'Asia/Ho_Chi_Minh' })
    expect(new Date(repeat!.next!).toISOString()).to.match(/T01:00:00.000Z$/)

    world.clock.set('2018-12-11T01:00:00Z')
    const [next] = await queue.getDelayed()
    await next!.promote()
    while ((await readMails(world)).length === 0) await pause(20)
    await worker.stop()
    expect(await news()).to.deep.equal(['chung@test.example'])

    await workAt('2019-01-01 08:00')
    expect(await queue.getJobSchedulers(), 'closed campaigns are not asked for').to.deep.equal([])
    await queue.close()
    connection.disconnect()
  })
})
