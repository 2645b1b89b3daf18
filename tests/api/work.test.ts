import { expect } from 'chai'
import { noteFailedJob } from '../../src/commands/note-job.ts'
import { enrol } from '../support/builders.ts'
import { mailsTo } from '../support/inbox.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

describe('work behind the pages', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const see = async () => (await world.as('admin').get('/api/v1/work').expect(200)).body
  const fail = async (id: string, attempts: number) =>
    noteFailedJob(world.container.ports)(
      { id, name: 'plan-wave', data: { wave: 'khong-co' }, attempts },
      new Error('MongoDB is away'),
      world.clock.now(),
    )

  it('is counted in the queues and in MongoDB, waves of all campaigns included', async () => {
    await enrol(world)
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN_PATH}/reminder-waves`)
      .send({ unit: 'hung-yen' })
      .expect(202)
    const before = await see()
    expect(before.queues.map(({ queue }: { queue: string }) => queue)).to.deep.equal(['work', 'mail'])
    expect(before.due).to.include({ unplannedWaves: 1, staleEnrolments: 1, dueMails: 0 })
    expect(before.waves[0]).to.include({ campaign: 'nghi-quyet-12-cdvn', kind: 'manual', state: 'planning' })
    await world.work()
    const after = await see()
    expect(after.due).to.include({ unplannedWaves: 0, staleEnrolments: 0, queuedMails: 0 })
    expect(after.waves[0]).to.deep.include({
      state: 'done',
      counts: { queued: 0, sent: 1, bounced: 0, failed: 0, skipped: 0 },
    })
    const today = (await world.as('admin').get('/api/v1/mails/today').expect(200)).body
    expect(today).to.deep.equal({
      since: '2018-12-06T17:00:00.000Z',
      kinds: [{ kind: 'reminder', counts: { queued: 0, sent: 1, bounced: 0, failed: 0, skipped: 0 } }],
    })
  })

  it('that failed for the last time is kept with its reason, and tried again', async () => {
    await fail('plan-wave-khong-co', 2)
    expect((await see()).failures, 'it is tried again by itself').to.deep.equal([])
    await fail('plan-wave-khong-co', 3)
    expect((await see()).failures).to.deep.equal([
      {
        id: 'plan-wave-khong-co',
        name: 'plan-wave',
        payload: { wave: 'khong-co' },
        reason: 'MongoDB is away',
        at: '2018-12-07T02:00:00.000Z',
      },
    ])
    const retry = () => world.as('admin').post('/api/v1/work/failures/plan-wave-khong-co/retries')
    await retry().expect(204)
    await retry().expect(404)
    const { queues, failures } = await see()
    expect(failures).to.deep.equal([])
    expect(queues[0].waiting + queues[0].active).to.equal(1)
    expect(await world.db.collection('audit').countDocuments({ action: 'job.retried' })).to.equal(1)
  })

  it('of mails is tested by one, with the server’s own words', async () => {
    const test = (to: string) => world.as('admin').post('/api/v1/mail-tests').send({ to })
    const taken = (await test(' Thu@Test.example ').expect(200)).body
    expect(taken).to.include({ to: 'thu@test.example', isTaken: true })
    expect(taken.answer).to.match(/^250/)
    expect((await mailsTo(world, 'thu@test.example'))[0]?.subject).to.equal('Thư thử của hệ thống Thu Hoạch')
    await test('không phải thư').expect(400)
  })

  it('is the admins’ alone', async () => {
    for (const who of ['staff.hung-yen', 'trainer', 'cadre'] as const) {
      await world.as(who).get('/api/v1/work').expect(403)
      await world.as(who).get('/api/v1/mails/today').expect(403)
      await world.as(who).post('/api/v1/mail-tests').send({ to: 'a@test.example' }).expect(403)
    }
  })
})
