import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { askForReport, CAMPAIGN_PATH } from '../support/reporting.ts'
import { unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

const BATCHES = `${CAMPAIGN_PATH}/report-batches`
const HOUR_AGO = '2018-12-07T01:00:00Z'

describe('the reports of all provinces at once', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    await enrol(world)
  })
  after(async () => world.close())

  const post = (body: object = {}, who: CastName = 'trainer') => world.as(who).post(BATCHES).send(body)
  const see = async (id: string) =>
    (await world.as('admin').get(`/api/v1/report-batches/${id}`).expect(200)).body

  it('are asked for once, with one cut-off, by admins and by trainers of the whole nation', async () => {
    const { body } = await post({ formats: ['csv', 'xlsx'] }).expect(202)
    expect(body).to.deep.include({
      cutoff: '2018-12-07T02:00:00.000Z',
      formats: ['xlsx', 'csv'],
      requestedBy: 'trainer',
      states: { queued: 2, running: 0, done: 0, failed: 0, cancelled: 0 },
      progress: 0,
      finishedAt: null,
    })
    expect(body.reports.map(({ unit }: { unit: { code: string } }) => unit.code)).to.deep.equal([
      'hai-duong',
      'hung-yen',
    ])
    // The same under way, whoever asks; what an office asks for itself is another one.
    expect((await post({ formats: ['xlsx', 'csv'] }, 'admin').expect(202)).body.id).to.equal(body.id)
    expect((await post({ cutoff: HOUR_AGO, formats: ['csv'] }).expect(202)).body.id).not.to.equal(body.id)
    const alone = await askForReport(world, { formats: ['xlsx', 'csv'] })
    const ids = (await see(body.id)).reports.map(({ report }: { report: { id: string } }) => report.id)
    expect(ids).not.to.include(alone)
    const audited = { action: 'report-batch.requested', target: `report-batch:${body.id}` }
    expect(await world.db.collection('audit').countDocuments(audited)).to.equal(1)

    for (const who of ['trainer.hung-yen', 'staff.hung-yen', 'cadre'] as const) {
      await post({}, who).expect(403)
      await world.as(who).get(BATCHES).expect(403)
    }
    await world.as('trainer.hung-yen').get(`/api/v1/report-batches/${body.id}`).expect(404)
    await post({ cutoff: '2018-12-08T00:00:00Z' }).expect(400)
    await post({ formats: [] }).expect(400)
    await world.as('admin').post('/api/v1/campaigns/khong-co/report-batches').send({}).expect(404)
  })

  it('are one batch for many that ask at the same moment, and for a key', async () => {
    const asked = { cutoff: '2018-12-07T01:30:00Z', formats: ['csv'] }
    const answers = await Promise.all(Array.from({ length: 6 }, async () => post(asked).expect(202)))
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1)
    const keyed = (body: object) => post(body).set('Idempotency-Key', 'b-1')
    const first = await keyed({ formats: ['csv'] }).expect(202)
    await world.work()
    expect((await keyed({ formats: ['csv'] }).expect(202)).body).to.deep.include({
      id: first.body.id,
      states: { queued: 0, running: 0, done: 2, failed: 0, cancelled: 0 },
      progress: 1,
      finishedAt: '2018-12-07T02:00:00.000Z',
    })
    expect((await keyed({ formats: ['xlsx'] }).expect(409)).body.code).to.equal('key-reused')
    const list = (await world.as('trainer').get(BATCHES).expect(200)).body
    expect(list.map((batch: { id: string }) => batch.id)).to.include.members([
      first.body.id,
      answers[0]!.body.id,
    ])
  })

  it('are cancelled together, and come in one ZIP that says whose is not there', async () => {
    const { body } = await post({ cutoff: HOUR_AGO, formats: ['xlsx'] }).expect(202)
    const zip = `/api/v1/report-batches/${body.id}/reports.zip`
    expect((await world.as('trainer').get(zip).expect(409)).body.code).to.equal('report-not-ready')
    const [first] = body.reports
    await world.as('admin').delete(`/api/v1/reports/${first.report.id}`).expect(204)
    await world.work()
    expect((await see(body.id)).states).to.include({ done: 1, cancelled: 1 })
    const answer = await world.as('trainer').get(zip).responseType('arraybuffer').expect(200)
    expect(Number(answer.headers['content-length'])).to.equal(answer.body.length)
    const folder = await unpackFolder(Buffer.from(answer.body))
    expect((await folder.run('unzip', '-Z1', 'report.zip')).trim().split('\n')).to.deep.equal([
      'Danh mục.csv',
      'LĐLĐ tỉnh Hưng Yên/Báo cáo thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-07.xlsx',
    ])
    expect(await folder.run('unzip', '-p', 'report.zip', 'Danh mục.csv')).to.include(
      'LĐLĐ tỉnh Hải Dương,,,,,Chưa có báo cáo',
    )
    await folder.remove()

    const again = (await post({ cutoff: HOUR_AGO, formats: ['pdf'] }).expect(202)).body.id
    await world.as('trainer').delete(`/api/v1/report-batches/${again}`).expect(204)
    await world.as('trainer').delete(`/api/v1/report-batches/${again}`).expect(204)
    expect((await see(again)).states).to.include({ cancelled: 2 })
    const done = { body: (await post({ cutoff: HOUR_AGO, formats: ['csv'] }).expect(202)).body }
    await world.work()
    const late = await world.as('trainer').delete(`/api/v1/report-batches/${done.body.id}`).expect(409)
    expect(late.body.code).to.equal('report-finished')
    expect(await world.db.collection('reports').countDocuments({ underWay: true })).to.equal(0)
  })
})
