import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { mailsTo } from '../support/inbox.ts'
import { CAMPAIGN_PATH, compiledReport, DOCX, downloadReport, handIn } from '../support/reporting.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

describe('essays received on paper', () => {
  let world: World
  let tham: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    tham = await enrol(world, { name: 'Nguyễn Thị Thắm', email: 'tham@test.example' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const path = () => `${CAMPAIGN_PATH}/enrolments/${tham.id}`
  const record = (body: object, key?: string) => {
    const request = world.as('staff.hung-yen').post(`${path()}/papers`).send(body)
    return key === undefined ? request : request.set('Idempotency-Key', key)
  }
  const seen = async () => (await world.as('staff.hung-yen').get(path()).expect(200)).body

  it('count like any other by the date they came, and are called so everywhere', async function () {
    if (!hasProgram('unzip') || !hasProgram('sha256sum')) this.skip()
    world.clock.set('2018-12-17T02:00:00Z')
    const note = 'Lưu tại văn phòng, tập 3'
    const paper = { topics: ['CD3', 'CD1'], receivedAt: '2018-12-13T03:00:00Z', note }
    const { receipts } = (await record(paper).expect(201)).body
    expect(receipts).to.have.length(2)
    expect(receipts[0]).to.deep.include({
      topic: 'CD1',
      version: 1,
      paper: true,
      sha256: null,
      size: null,
      receivedAt: '2018-12-13T03:00:00.000Z',
      late: false,
    })
    await record({ topics: ['CD2'], receivedAt: '2018-12-16T03:00:00Z' }).expect(201)
    await handIn(world, tham.id, 'CD4', DOCX, 'bài.docx')

    const view = await seen()
    expect(view).to.include({ state: 'partial', late: true })
    expect(view.owed).to.deep.equal(['CD5'])
    expect(view.essays.map((essay: { paper: boolean }) => essay.paper)).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(view.versions[0]).to.deep.include({
      fileName: null,
      size: null,
      sha256: null,
      type: 'paper',
      paper: { note, recordedAt: '2018-12-17T02:00:00.000Z' },
      late: false,
      onBehalf: true,
    })
    const checked = await world.as('nobody').get(`/api/v1/receipts/${receipts[0].code}`).expect(200)
    expect(checked.body).to.include({ paper: true, sha256: null, late: false })
    const page = await world.as('nobody').get(`/giay-xac-nhan/${receipts[0].code}`).expect(200)
    expect(page.text).to.include('Bản giấy').and.not.include('SHA-256')
    await world.as('staff.hung-yen').get(`${path()}/essays/CD1/versions/1/file`).expect(404)

    await world.settle()
    const { totals, days } = (await world.as('staff.hung-yen').get(`${CAMPAIGN_PATH}/progress`).expect(200))
      .body
    expect(totals).to.include({ submitted: 4, onTime: 2, late: 2, missing: 1 })
    expect(days[0]).to.deep.equal({ day: '2018-12-13', onTime: 2, late: 0 })

    // One receipt by mail for each hand-in.
    await world.work()
    const mails = await mailsTo(world, 'tham@test.example', 3)
    const texts = mails.map(mail => mail.text ?? '').filter(text => text.includes('mã xác nhận:'))
    expect(texts).to.have.length(3)
    expect(texts.filter(text => text.includes('Đơn vị đã nhận bản giấy'))).to.have.length(2)

    const report = await compiledReport(world)
    const workbook = await unpackFolder(await downloadReport(world, report, 'xlsx'))
    const styles = await workbook.run('unzip', '-p', 'report.zip', 'xl/styles.xml')
    await workbook.remove()
    expect(styles).to.include('(bản giấy)').and.include('(muộn, bản giấy)')
    const folder = await unpackFolder(await downloadReport(world, report, 'zip'))
    try {
      await folder.run('unzip', '-q', 'report.zip')
      await folder.run('sha256sum', '-c', 'SHA256SUMS')
      const { essays } = JSON.parse(readFileSync(join(folder.path, 'manifest.json'), 'utf8'))
      expect(essays).to.have.length(4)
      expect(essays[0]).to.include({
        name: 'Bản giấy',
        paper: true,
        note,
        size: null,
        sha256: null,
        entry: null,
        problem: null,
        receipt: receipts[0].code,
      })
      expect(essays.filter((essay: { entry: string | null }) => essay.entry !== null)).to.have.length(1)
    } finally {
      await folder.remove()
    }
    const [first, second] = await world.db
      .collection('audit')
      .find({ action: 'essay.recorded-on-paper' })
      .sort({ _id: 1 })
      .toArray()
    const details = { version: 1, receivedAt: new Date('2018-12-13T03:00:00Z'), note }
    expect(first!['actor'].id).to.equal('staff.hung-yen')
    expect(first!['details']).to.deep.equal({ topic: 'CD1', ...details })
    expect(second!['details']).to.deep.equal({ topic: 'CD3', ...details })
  }).timeout(30_000)

  it('are refused in the future, before the opening, after the closing, and of those who are exempt', async () => {
    const refused = async (receivedAt: string, status: number, more: object = {}) =>
      (await record({ topics: ['CD1'], receivedAt, ...more }).expect(status)).body.code
    expect(await refused('2018-12-07T02:00:01Z', 422)).to.equal('paper-date-in-future')
    expect(await refused('2018-12-06T00:59:00Z', 409)).to.equal('campaign-not-open')
    expect(await refused('2018-12-07T01:00:00Z', 422, { topics: [] })).to.equal('topics-missing')
    expect(await refused('2018-12-07T01:00:00Z', 422, { topics: ['CD9'] })).to.equal('topic-not-known')
    await record({ topics: ['CD1'], receivedAt: 'hôm qua' }).expect(400)
    world.clock.set('2019-01-05T02:00:00Z')
    expect(await refused('2019-01-02T02:00:00Z', 409)).to.equal('campaign-closed')
    // Came in time, found in a drawer after the closing.
    await record({ topics: ['CD1'], receivedAt: '2018-12-12T02:00:00Z' }).expect(201)
    await world
      .as('admin')
      .post(`${CAMPAIGN_PATH}/exemptions`)
      .send({ enrolment: tham.id, reason: 'ốm' })
      .expect(201)
    expect(await refused('2018-12-12T02:00:00Z', 409)).to.equal('exempt-from-writing')
    await world.as('cadre').post(`${path()}/papers`).send({}).expect(403)
    await world.as('trainer').post(`${path()}/papers`).send({}).expect(403)
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN_PATH}/enrolments/me/papers`)
      .send({
        topics: ['CD1'],
        receivedAt: '2018-12-12T02:00:00Z',
      })
      .expect(404)
  })

  it('are written down once under one key, and can be replaced and withdrawn', async () => {
    const body = { topics: ['CD1', 'CD2'], receivedAt: '2018-12-07T01:00:00Z', note: 'tập 1' }
    const [first, ...others] = await Promise.all([1, 2, 3].map(async () => record(body, 'k').expect(201)))
    for (const other of others) expect(other.body).to.deep.equal(first!.body)
    expect((await record({ ...body, note: 'tập 2' }, 'k').expect(409)).body.code).to.equal('key-reused')
    expect((await seen()).versions).to.have.length(2)
    await world
      .as('trainer')
      .post(`${path()}/essays/CD2/reviews`)
      .send({ version: 1, verdict: 'accepted' })
      .expect(201)
    expect((await seen()).essays[1]).to.include({ state: 'accepted', paper: true })
    const accepted = await record({ topics: ['CD2'], receivedAt: body.receivedAt }).expect(409)
    expect(accepted.body.code).to.equal('essay-accepted')
    await record({ topics: ['CD3'], receivedAt: body.receivedAt }).expect(201)
    await handIn(world, tham.id, 'CD1', DOCX, 'bài.docx')
    await world.as('staff.hung-yen').delete(`${path()}/essays/CD3`).expect(204)
    const view = await seen()
    expect([view.essays[0], view.essays[2]]).to.deep.equal([
      { topic: 'CD1', state: 'submitted', submittedAt: '2018-12-07T02:00:00.000Z', version: 2, paper: false },
      { topic: 'CD3', state: 'withdrawn', submittedAt: '2018-12-07T01:00:00.000Z', version: 1, paper: true },
    ])
  })

  it('are taken back when they were written down by mistake: after the due date too, with a reason, until the closing', async () => {
    world.clock.set('2018-12-20T02:00:00Z')
    const { receipts } = (
      await record({ topics: ['CD1', 'CD2'], receivedAt: '2018-12-13T03:00:00Z' }).expect(201)
    ).body
    await handIn(world, tham.id, 'CD3', DOCX, 'bài.docx')
    const takeBack = (topic: string, body: object = { reason: 'của người cùng tên' }) =>
      world.as('staff.hung-yen').post(`${path()}/essays/${topic}/paper-withdrawal`).send(body)
    const late = await world.as('staff.hung-yen').delete(`${path()}/essays/CD1`).expect(409)
    expect(late.body.code).to.equal('withdrawal-closed')
    await takeBack('CD1', {}).expect(400)
    await takeBack('CD1', { reason: ' ' }).expect(400)
    // Two at once: it is taken back once.
    const both = await Promise.all([takeBack('CD1'), takeBack('CD1')])
    expect(both.map(({ status }) => status)).to.have.members([204, 409])
    for (const topic of ['CD1', 'CD3', 'CD4']) {
      const refused = await takeBack(topic).expect(409)
      expect(refused.body.code, topic).to.equal('no-paper-to-take-back')
    }
    await takeBack('CD9').expect(404)

    const view = await seen()
    expect(view.owed).to.deep.equal(['CD1', 'CD4', 'CD5'])
    expect(view.essays[0]).to.include({ topic: 'CD1', state: 'withdrawn', paper: true })
    expect(view.versions[0]).to.include({ topic: 'CD1', withdrawnAt: '2018-12-20T02:00:00.000Z' })
    const checked = await world.as('nobody').get(`/api/v1/receipts/${receipts[0].code}`).expect(200)
    expect(checked.body.withdrawnAt).to.equal('2018-12-20T02:00:00.000Z')
    await world.settle()
    const progress = await world.as('staff.hung-yen').get(`${CAMPAIGN_PATH}/progress`).expect(200)
    expect(progress.body.totals).to.include({ submitted: 2, missing: 3 })
    const entries = await world.db.collection('audit').find({ action: 'essay.paper-taken-back' }).toArray()
    expect(entries.map(({ actor, target, details }) => [actor.id, target, details])).to.deep.equal([
      ['staff.hung-yen', `enrolment:${tham.id}`, { topic: 'CD1', version: 1, reason: 'của người cùng tên' }],
    ])

    await world
      .as('trainer')
      .post(`${path()}/essays/CD2/reviews`)
      .send({ version: 1, verdict: 'accepted' })
      .expect(201)
    expect((await takeBack('CD2').expect(409)).body.code).to.equal('essay-accepted')
    await record({ topics: ['CD4'], receivedAt: '2018-12-13T03:00:00Z' }).expect(201)
    world.clock.set('2019-01-02T02:00:00Z')
    expect((await takeBack('CD4').expect(409)).body.code).to.equal('taking-back-closed')
    for (const who of ['cadre', 'trainer', 'trainer.hung-yen'] as const)
      await world.as(who).post(`${path()}/essays/CD4/paper-withdrawal`).send({ reason: 'ốm' }).expect(403)
  })
})
