import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN_PATH, compiledReport, DOCX, handIn, PDF } from '../support/reporting.ts'
import { hasProgram, unpackFolder } from '../support/unpack.ts'
import { openWorld, type World } from '../support/world.ts'

const ZIP = `${CAMPAIGN_PATH}/newest-reports.zip`

describe('the newest reports of provinces', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    const one = await enrol(world)
    await enrol(world, { unit: 'hai-duong-chi-linh' })
    await handIn(world, one.id, 'CD1', DOCX, 'bài một.docx')
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const provinces = async (who: 'trainer' | 'trainer.hung-yen' | 'trainer.hai-duong' | 'admin') =>
    (await world.as(who).get(`${CAMPAIGN_PATH}/provinces`).expect(200)).body
  const fetchZip = async (who: 'trainer' | 'trainer.hung-yen') =>
    world.as(who).get(ZIP).responseType('arraybuffer').expect(200)

  it('are none at first, and then there is no ZIP', async () => {
    await world.settle()
    const { provinces: rows, totals } = await provinces('trainer')
    expect(rows.map((row: { unit: { code: string } }) => row.unit.code)).to.deep.equal([
      'hai-duong',
      'hung-yen',
    ])
    expect(rows[1].totals).to.deep.include({ people: 1, expected: 5, submitted: 1 })
    expect(totals).to.deep.include({ people: 2, expected: 10, submitted: 1 })
    expect(rows[1].report).to.equal(null)
    expect((await world.as('trainer').get(ZIP).expect(409)).body.code).to.equal('report-not-ready')
  })

  it('are the last finished of each, to those who reach it, and come as they are in one ZIP of the size announced', async () => {
    await compiledReport(world)
    const { id: second } = await enrol(world)
    await handIn(world, second, 'CD2', PDF, 'bài hai.pdf')
    const newest = await compiledReport(world)
    const [row, ...others] = (await provinces('trainer.hung-yen')).provinces
    expect(others).to.deep.equal([])
    expect(row.report.id).to.equal(newest)
    expect((await provinces('admin')).provinces).to.have.length(2)
    expect(
      (await provinces('trainer.hai-duong')).provinces.map((one: { report: null }) => one.report),
    ).to.deep.equal([null])

    const answer = await fetchZip('trainer')
    const bytes = Buffer.from(answer.body)
    expect(Number(answer.headers['content-length'])).to.equal(bytes.length)
    expect(answer.headers['content-disposition']).to.match(/^attachment; .*2018-12-07\.zip$/)
    const folder = await unpackFolder(bytes)
    const names = (await folder.run('unzip', '-Z1', 'report.zip')).trim().split('\n')
    expect(names).to.deep.equal([
      'Danh mục.csv',
      ...row.report.files.map((file: { name: string }) => `LĐLĐ tỉnh Hưng Yên/${file.name}`),
    ])
    await folder.run('unzip', '-q', 'report.zip')
    const list = (await folder.run('cat', 'Danh mục.csv')).split('\r\n')
    expect(list[1]).to.equal('LĐLĐ tỉnh Hải Dương,,,,,Chưa có báo cáo')
    for (const [index, { name, size, sha256 }] of row.report.files.entries())
      expect(list[index + 2]).to.equal(
        `LĐLĐ tỉnh Hưng Yên,07/12/2018,LĐLĐ tỉnh Hưng Yên/${name},${size},${sha256},`,
      )
    for (const { name, sha256 } of row.report.files)
      expect(await folder.run('sha256sum', `LĐLĐ tỉnh Hưng Yên/${name}`)).to.match(new RegExp(`^${sha256} `))
    // As they are: nothing is packed a second time.
    if (hasProgram('zipinfo')) expect(await folder.run('zipinfo', 'report.zip')).not.to.include('defN')
    await folder.remove()
    const audited = { action: 'report.downloaded', target: `report:${newest}`, 'actor.id': 'trainer' }
    expect(await world.db.collection('audit').countDocuments(audited)).to.equal(1)
  })

  it('come to nobody as if they were whole when one of them is damaged', async () => {
    await world.db.collection('reports.chunks').deleteMany({})
    const failure = await fetchZip('trainer').catch((error: Error) => error.message)
    expect(failure).to.be.a('string')
    await world.as('trainer').head(ZIP).expect(200)
  })
})
