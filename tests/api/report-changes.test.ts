import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN_PATH, compiledReport, DOCX, handIn } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

describe('comparing two reports', () => {
  let world: World
  let earlier: string
  let later: string
  before(async () => {
    world = await openWorld()
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    const an = await enrol(world, { name: '=Đỗ Văn An' })
    await enrol(world, { name: 'Lê Bình' })
    await handIn(world, an.id, 'CD1', DOCX, 'bài.docx')
    world.clock.set('2018-12-07T03:00:00Z')
    earlier = await compiledReport(world, { formats: ['csv'] })
    world.clock.set('2018-12-08T03:00:00Z')
    const staff = world.as('staff.hung-yen')
    await staff.delete(`${CAMPAIGN_PATH}/enrolments/${an.id}/essays/CD1`).expect(204)
    await handIn(world, tham.id, 'CD1,CD2', DOCX, 'bài.docx')
    world.clock.set('2018-12-08T04:00:00Z')
    later = await compiledReport(world, { formats: ['csv'] })
    // After both: of no concern to either.
    world.clock.set('2018-12-09T04:00:00Z')
    await handIn(world, tham.id, 'CD3', DOCX, 'bài.docx')
  })
  after(async () => world.close())

  const changes = (report: string, other: string, who: Parameters<World['as']>[0] = 'staff.hung-yen') =>
    world.as(who).get(`/api/v1/reports/${report}/changes`).query({ other })

  it('tells who came in and who withdrew between their cut-offs, with the numbers of both', async () => {
    const { body } = await changes(earlier, later).expect(200)
    expect(body).to.deep.include({
      since: '2018-12-07T03:00:00.000Z',
      until: '2018-12-08T04:00:00.000Z',
      isAsCompiled: true,
    })
    expect([body.totals.before.submitted, body.totals.after.submitted]).to.deep.equal([1, 2])
    const people = body.people.map(({ name, changes }: { name: string; changes: unknown }) => [name, changes])
    expect(people).to.deep.equal([
      ['=Đỗ Văn An', [{ kind: 'reopened', topics: ['CD1'], detail: null }]],
      ['Nguyễn Thị Thắm', [{ kind: 'received', topics: ['CD1', 'CD2'], detail: null }]],
    ])
    expect((await changes(later, earlier, 'trainer.hung-yen').expect(200)).body).to.deep.equal(body)
    expect((await changes(later, later).expect(200)).body.people).to.deep.equal([])
  })

  it('comes as a table, safe to open, and that it was taken is in the log', async () => {
    const csv = await world
      .as('staff.hung-yen')
      .get(`/api/v1/reports/${earlier}/changes.csv`)
      .query({ other: later })
      .expect(200)
    const rows: Record<string, string>[] = parse(csv.text, { bom: true, columns: true })
    expect(rows.map(row => [row['Họ và tên'], row['Thay đổi']])).to.deep.equal([
      ["'=Đỗ Văn An", 'Rút hoặc bị trả lại CĐ1'],
      ['Nguyễn Thị Thắm', 'Đã nộp CĐ1, CĐ2'],
    ])
    const audited = await world.db.collection('audit').findOne({ action: 'report.compared' })
    expect(audited).to.deep.include({ target: `report:${earlier}`, path: ['tld', 'hung-yen'] })
  })

  it('says so when the roster no longer gives what was compiled', async () => {
    const digest = { $set: { 'digest.rowsSha256': 'ab' } }
    const { digest: kept } = (await world.db.collection('reports').findOne({ _id: later as never }))!
    await world.db.collection('reports').updateOne({ _id: later as never }, digest)
    expect((await changes(earlier, later).expect(200)).body.isAsCompiled).to.equal(false)
    await world.db.collection('reports').updateOne({ _id: later as never }, { $set: { digest: kept } })
  })

  it('is refused for reports that are not finished, of two units, or out of reach', async () => {
    const staff = world.as('staff.hung-yen')
    const ask = async (unit: string) =>
      (
        await staff
          .post(`${CAMPAIGN_PATH}/reports`)
          .send({ unit, formats: ['csv'] })
          .expect(202)
      ).body.id
    const other = await ask('hung-yen-van-giang')
    expect((await changes(earlier, other).expect(409)).body.code).to.equal('report-not-ready')
    await world.work()
    expect((await changes(earlier, other).expect(400)).body.detail).to.include('cùng một đơn vị')
    await changes(earlier, 'f'.repeat(24)).expect(404)
    await changes(earlier, later, 'staff.hai-duong').expect(404)
  })
})
