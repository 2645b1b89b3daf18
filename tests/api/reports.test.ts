import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import {
  askForReport,
  CAMPAIGN_PATH,
  compiledReport,
  downloadReport,
  seeReport,
} from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const REPORTS = `${CAMPAIGN_PATH}/reports`

describe('asking for reports', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())
  afterEach(async () => world.work())

  const post = (body: object, who: CastName = 'staff.hung-yen') => world.as(who).post(REPORTS).send(body)
  const keyed = (body: object) => post(body).set('Idempotency-Key', 'k-1')

  it('is answered at once with what was asked for', async () => {
    const { body } = await post({ unit: 'hung-yen', formats: ['zip', 'xlsx', 'zip'] }).expect(202)
    expect(body).to.deep.include({
      campaign: 'nghi-quyet-12-cdvn',
      unit: 'hung-yen',
      cutoff: '2018-12-07T02:00:00.000Z',
      formats: ['xlsx', 'zip'],
      state: 'queued',
      progress: 0,
      files: [],
      archive: { newerThan: null, names: '{donvi}/{stt}_{hoten}_{chuyende}', splitBytes: null },
      digest: null,
      requestedBy: 'staff.hung-yen',
      failure: null,
    })
  })

  it('makes the same one only once while it is under way', async () => {
    const first = await askForReport(world)
    expect(await askForReport(world, {}, 'admin')).to.equal(first)
    expect(await askForReport(world, { formats: ['xlsx'] })).not.to.equal(first)
    expect(await askForReport(world, { cutoff: '2018-12-06T05:00:00Z' })).not.to.equal(first)
    await world.work()
    expect(await askForReport(world)).not.to.equal(first)
  })

  it('makes one only for an Idempotency-Key, also when it is finished', async () => {
    const first = await keyed({ unit: 'hung-yen' }).expect(202)
    await world.work()
    const again = await keyed({ unit: 'hung-yen' }).expect(202)
    expect(again.body).to.deep.include({ id: first.body.id, state: 'done' })
    const other = await keyed({ unit: 'hung-yen-van-lam' }).expect(409)
    expect(other.body.code).to.equal('key-reused')
  })

  it('makes one of many that ask at the same moment', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, async () => askForReport(world, { cutoff: '2018-12-06T07:00:00Z' })),
    )
    expect(new Set(ids).size).to.equal(1)
  })

  it('is refused for what is not there yet or never', async () => {
    const future = await post({ unit: 'hung-yen', cutoff: '2018-12-08T00:00:00Z' }).expect(400)
    expect(future.body.problems[0]).to.include({ code: 'input-not-valid', at: 'body/cutoff' })
    await post({ unit: 'hung-yen', formats: ['exe'] }).expect(400)
    await post({ unit: 'hung-yen', formats: [] }).expect(400)
    await post({ unit: 'hung-yen', archive: { names: '../{hoten}' } }).expect(400)
    await post({ unit: 'hung-yen', archive: { splitBytes: 10 } }).expect(400)
    await post({ unit: 'khong-co' }).expect(404)
    await world.as('admin').post('/api/v1/campaigns/khong-co/reports').send({ unit: 'hung-yen' }).expect(404)
  })

  it('is for staff of the unit or above, admins, and trainers of the whole nation', async () => {
    await post({ unit: 'hung-yen-van-lam' }).expect(202)
    await post({ unit: 'hung-yen' }, 'admin').expect(202)
    await post({ unit: 'tld' }).expect(404)
    await post({ unit: 'hai-duong' }).expect(404)
    await post({ unit: 'hung-yen' }, 'trainer.hung-yen').expect(404)
    await post({ unit: 'tld' }, 'trainer.hung-yen').expect(404)
    const { body } = await post({ unit: 'tld' }, 'trainer').expect(202)
    await world.as('trainer').delete(`/api/v1/reports/${body.id}`).expect(204)
    await post({ unit: 'hung-yen' }, 'cadre').expect(403)
    await world.as('nobody').post(REPORTS).send({ unit: 'hung-yen' }).expect(401)
  })
})

describe('a finished report', () => {
  let world: World
  let id: string
  before(async () => {
    world = await openWorld()
    await enrol(world)
    id = await compiledReport(world)
  })
  after(async () => world.close())

  const file = (who: CastName = 'staff.hung-yen') => world.as(who).get(`/api/v1/reports/${id}/files/zip`)

  it('is seen by trainers, admins and staff of its unit or above, and by nobody else on any path', async () => {
    for (const who of ['staff.hung-yen', 'trainer.hung-yen', 'trainer', 'admin'] as const) {
      expect((await world.as(who).get(`/api/v1/reports/${id}`).expect(200)).body.id).to.equal(id)
      await file(who).expect(200)
      const list = await world.as(who).get(`${REPORTS}?unit=hung-yen`).expect(200)
      expect(list.body.map((report: { id: string }) => report.id)).to.deep.equal([id])
    }
    const stranger = world.as('staff.hai-duong')
    await stranger.get(`/api/v1/reports/${id}`).expect(404)
    await stranger.get(`/api/v1/reports/${id}/files/xlsx`).expect(404)
    await stranger.delete(`/api/v1/reports/${id}`).expect(404)
    await stranger.get(`${REPORTS}?unit=hung-yen`).expect(404)
    expect((await stranger.get(REPORTS).expect(200)).body).to.deep.equal([])
    await world.as('cadre').get(`/api/v1/reports/${id}`).expect(403)
    await world.as('trainer.hung-yen').delete(`/api/v1/reports/${id}`).expect(404)
  })

  it('is listed newest first, with those of the units below', async () => {
    world.clock.set('2018-12-07T03:00:00Z')
    const below = await askForReport(world, { unit: 'hung-yen-van-lam' })
    const list = await world.as('staff.hung-yen').get(`${REPORTS}?unit=hung-yen`).expect(200)
    expect(list.body.map((report: { id: string }) => report.id)).to.deep.equal([below, id])
    expect(
      (await world.as('staff.hung-yen').get(`${REPORTS}?unit=hung-yen-van-lam`).expect(200)).body,
    ).to.have.length(1)
    await world.as('staff.hung-yen').delete(`/api/v1/reports/${below}`).expect(204)
  })

  it('cannot be cancelled any more', async () => {
    const answer = await world.as('staff.hung-yen').delete(`/api/v1/reports/${id}`).expect(409)
    expect(answer.body.code).to.equal('report-finished')
  })

  it('comes with its name, size and hash, and its download is in the audit', async () => {
    const { files } = await seeReport(world, id)
    const bytes = await downloadReport(world, id, 'zip')
    expect(files[1]).to.deep.equal({
      format: 'zip',
      part: 1,
      name: 'Báo cáo thu hoạch - LĐLĐ tỉnh Hưng Yên - 2018-12-07.zip',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const { headers } = await file()
    expect(headers['content-type']).to.equal('application/zip')
    expect(headers['x-content-type-options']).to.equal('nosniff')
    const encoded = encodeURIComponent(files[1].name)
    expect(headers['content-disposition']).to.equal(
      `attachment; filename="Bao cao thu hoach - LDLD tinh Hung Yen - 2018-12-07.zip"; filename*=UTF-8''${encoded}`,
    )
    const audit = await world.db.collection('audit').findOne({ action: 'report.downloaded' })
    expect(audit).to.deep.include({ target: `report:${id}`, path: ['tld', 'hung-yen'] })
  })

  it('comes in parts', async () => {
    const whole = await downloadReport(world, id, 'zip')
    const size = whole.length
    const cases: [range: string, status: number, expected: Buffer, told?: string][] = [
      ['bytes=0-9', 206, whole.subarray(0, 10), `bytes 0-9/${size}`],
      ['bytes=10-', 206, whole.subarray(10), `bytes 10-${size - 1}/${size}`],
      ['bytes=-5', 206, whole.subarray(-5), `bytes ${size - 5}-${size - 1}/${size}`],
      [`bytes=5-${size * 2}`, 206, whole.subarray(5), `bytes 5-${size - 1}/${size}`],
      ['bytes=0-1,4-5', 200, whole],
      ['lines=1-2', 200, whole],
      ['bytes=x', 200, whole],
    ]
    for (const [range, status, expected, told] of cases) {
      const answer = await file().set('Range', range).responseType('arraybuffer').expect(status)
      expect(Buffer.from(answer.body).equals(expected), range).to.equal(true)
      expect(answer.headers['content-range'], range).to.equal(told)
      expect(answer.headers['content-length'], range).to.equal(String(expected.length))
    }
    const outside = await file().set('Range', `bytes=${size}-`).expect(416)
    expect(outside.body.code).to.equal('range-not-satisfiable')
    expect(outside.headers['content-range']).to.equal(`bytes */${size}`)
  })

  it('is not sent again to him who has it, nor continued from another one', async () => {
    const { etag } = (await file()).headers
    await file().set('If-None-Match', etag!).expect(304)
    await file().set('If-None-Match', '"other"').expect(200)
    await file().set('If-Range', etag!).set('Range', 'bytes=0-1').expect(206)
    await file().set('If-Range', '"other"').set('Range', 'bytes=0-1').expect(200)
    const head = await world.as('staff.hung-yen').head(`/api/v1/reports/${id}/files/zip`).expect(200)
    expect(Number(head.headers['content-length'])).to.be.greaterThan(100)
  })

  it('has only the formats that were asked for', async () => {
    const only = await compiledReport(world, { formats: ['xlsx'] })
    await world.as('staff.hung-yen').get(`/api/v1/reports/${only}/files/zip`).expect(404)
    await world.as('staff.hung-yen').get(`/api/v1/reports/${only}/files/xlsx?part=2`).expect(404)
    await world.as('staff.hung-yen').get(`/api/v1/reports/${only}/files/exe`).expect(400)
  })
})
