import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import ExcelJS from 'exceljs'
import { runRosterImport } from '../../src/commands/run-roster-import.ts'
import type { CastName } from '../support/cast.ts'
import { importRows } from '../support/rosters.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN_PATH = '/api/v1/campaigns/nghi-quyet-12-cdvn'
const HEAD = 'Họ và tên;Ngày sinh;Chức vụ;Đơn vị;Email'
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n')
const AN = 'Trần Văn An;01/02/1970;Chủ tịch;LĐLĐ huyện Văn Lâm;an@x.example'
const BINH = 'Lê Thị Bình;1975;Ủy viên;LĐLĐ huyện Văn Giang;binh@x.example'
const CUONG = 'Đỗ Mạnh Cường;1980;Ủy viên;LĐLĐ huyện Văn Giang;cuong@x.example'
const NOWHERE = 'Vũ Thị Dung;1980;Ủy viên;LĐLĐ huyện Không Có;dung@x.example'
const many = (n: number): string =>
  csv(...Array.from({ length: n }, (_, i) => `Người Số ${i};1980;Ủy viên;Văn Lâm;so-${i}@x.example`))

const cellText = (cell: ExcelJS.CellValue): string =>
  typeof cell === 'object' ? JSON.stringify(cell) : String(cell)

describe('a roster that is previewed, confirmed and then imported by a worker', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const upload = (text: string, who: CastName = 'staff.hung-yen', unit = 'hung-yen') =>
    world
      .as(who)
      .post(`${CAMPAIGN_PATH}/roster-previews`)
      .field('unit', unit)
      .attach('file', Buffer.from(text), 'danh sách.csv')
  const preview = async (text: string) => (await upload(text).expect(201)).body
  const see = async (id: string) =>
    (await world.as('staff.hung-yen').get(`/api/v1/roster-previews/${id}`).expect(200)).body
  const confirm = (id: string, who: CastName = 'staff.hung-yen') =>
    world.as(who).post(`/api/v1/roster-previews/${id}/confirmation`)
  const people = async () => world.db.collection('enrolments').countDocuments()
  const staged = async () => world.db.collection('staged.files').countDocuments()

  it('changes nothing before it is confirmed, then does exactly what was shown', async () => {
    await importRows(world, csv(AN, CUONG))
    const shown = await preview(csv(AN.replace('Văn Lâm', 'Văn Giang'), BINH, NOWHERE))
    expect(shown).to.deep.include({ state: 'previewed', unit: 'hung-yen', isChanged: false })
    const counts = { created: 1, updated: 0, moved: 1, merged: 0, unchanged: 0, rejected: 1, absent: 1 }
    expect(shown.counts).to.include(counts)
    await world.work()
    expect(await people()).to.equal(2)

    const answer = await confirm(shown.id).expect(202)
    expect(answer.body.state).to.equal('queued')
    await world.work()
    const done = await see(shown.id)
    expect(done).to.deep.include({ state: 'done', applied: 2, counts: shown.counts })
    expect(await people()).to.equal(3)
    const entries = await world.db
      .collection('audit')
      .find({ action: 'roster.imported' })
      .sort({ _id: 1 })
      .toArray()
    expect(entries.at(-1)?.['actor']).to.include({ id: 'staff.hung-yen' })
    expect(entries.at(-1)?.['details']).to.deep.include({ created: 1, moved: 1 })
    // The roster is gone; what was shown stays to be read.
    expect(await staged()).to.equal(1)
    const again = await confirm(shown.id).expect(409)
    expect(again.body.code).to.equal('import-confirmed')
    const list = await world.as('staff.hung-yen').get(`${CAMPAIGN_PATH}/roster-previews`).expect(200)
    expect(list.body.map(({ id }: { id: string }) => id)).to.deep.equal([shown.id])
  })

  it('gives the rejected rows, the changes and who is absent as a workbook', async () => {
    await importRows(world, csv(AN, CUONG))
    const { id } = await preview(csv(AN.replace('Chủ tịch', 'Phó Chủ tịch'), NOWHERE))
    const answer = await world
      .as('staff.hung-yen')
      .get(`/api/v1/roster-previews/${id}/rows.xlsx`)
      .responseType('arraybuffer')
      .expect(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(answer.body)
    const rows = workbook.worksheets.map(sheet =>
      sheet
        .getSheetValues()
        .flatMap(row => (Array.isArray(row) ? [row.slice(1).map(cellText).join('|')] : [])),
    )
    expect(rows[0]?.at(-1)).to.match(/^danh sách.csv\|3\|Đơn vị\|Không có đơn vị “LĐLĐ huyện Không Có”/)
    expect(rows[2]?.at(-1)).to.include('Chức vụ: Chủ tịch → Phó Chủ tịch')
    expect(rows[3]?.at(-1)).to.equal('Đỗ Mạnh Cường|LĐLĐ huyện Văn Giang')
  })

  it('does nothing when the people changed meanwhile, and shows what it would do now', async () => {
    const shown = await preview(csv(AN, BINH))
    await importRows(world, csv(BINH))
    await confirm(shown.id).expect(202)
    await world.work()
    const again = await see(shown.id)
    expect(again).to.deep.include({ state: 'previewed', isChanged: true, applied: 0, confirmedAt: null })
    expect(again.counts).to.include({ created: 1, unchanged: 1 })
    expect(await people()).to.equal(1)
    await confirm(shown.id).expect(202)
    await world.work()
    expect(await see(shown.id)).to.include({ state: 'done', applied: 1 })
    expect(await people()).to.equal(2)
  })

  it('goes on where a killed worker stopped, and counts everybody once', async () => {
    const shown = await preview(many(1200))
    await confirm(shown.id).expect(202)
    const { ports } = world.container
    let batches = 0
    let end: () => void
    const dead = new Promise<never>((_, reject) => {
      end = () => reject(new Error('killed'))
    })
    const roster = {
      ...ports.roster,
      // At the second batch this worker falls silent.
      advance: async (...args: Parameters<typeof ports.roster.advance>) => {
        batches += 1
        return batches > 1 ? dead : ports.roster.advance(...args)
      },
    }
    const rosterImports = { ...ports.rosterImports, renew: async () => dead }
    const killed = runRosterImport({ ...ports, roster, rosterImports })(shown.id).catch(String)
    while ((await see(shown.id)).applied < 500) await pause(50)
    expect(await see(shown.id)).to.include({ state: 'running', applied: 500 })
    expect(await people()).to.equal(500)
    await world.work()
    expect((await see(shown.id)).state).to.equal('running')

    world.clock.set('2018-12-07T02:05:00Z')
    await world.work()
    expect(await see(shown.id)).to.deep.include({ state: 'done', applied: 1200, counts: shown.counts })
    expect(await people()).to.equal(1200)
    end!()
    await killed
    expect(await see(shown.id)).to.include({ state: 'done' })
  })

  it('is done once, however many workers are asked', async () => {
    const { id } = await preview(csv(AN, BINH))
    await confirm(id).expect(202)
    await Promise.all(Array.from({ length: 3 }, async () => runRosterImport(world.container.ports)(id)))
    expect(await see(id)).to.include({ state: 'done', applied: 2 })
    expect(await world.db.collection('audit').countDocuments({ action: 'roster.imported' })).to.equal(1)
  })

  it('is not done for who may no longer', async () => {
    const { id } = await preview(csv(AN))
    await confirm(id).expect(202)
    const { accounts } = world.container.ports
    const account = await accounts.byId('staff.hung-yen')
    await accounts.save({ ...account!, grants: [{ role: 'staff', units: ['hai-duong'] }] })
    await world.work()
    const roster = await world.db.collection('roster-imports').findOne()
    expect(roster).to.deep.include({ state: 'failed' })
    expect(await people()).to.equal(0)
  })

  it('is forgotten when nobody confirms it', async () => {
    const { id } = await preview(csv(AN))
    expect(await staged()).to.equal(2)
    world.clock.set('2018-12-09T02:00:00Z')
    expect((await confirm(id).expect(410)).body.code).to.equal('preview-expired')
    world.clock.set('2018-12-20T02:00:00Z')
    await world.work()
    expect(await staged()).to.equal(1)
    expect((await see(id)).state).to.equal('previewed')
  })

  it('is refused when there is nothing to import, or no roster', async () => {
    await importRows(world, csv(AN))
    const { id, counts } = await preview(csv(AN))
    expect(counts).to.include({ unchanged: 1, created: 0 })
    expect((await confirm(id).expect(422)).body.code).to.equal('nothing-to-import')
    await upload('không phải danh sách').expect(422)
    expect(await world.db.collection('roster-imports').countDocuments()).to.equal(1)
  })
})
