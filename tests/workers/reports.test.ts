import { expect } from 'chai'
import readExcel from 'read-excel-file/node'
import { enrol } from '../support/builders.ts'
import { UNITS } from '../support/cast.ts'
import { CAMPAIGN_PATH, compiledReport, DOCX, downloadReport, handIn, PDF } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const NUMBERS = ['people', 'exempt', 'expected', 'submitted', 'onTime', 'late', 'missing', 'percent']
const TOPIC_NUMBERS = ['submitted', 'onTime', 'late', 'missing']

type Numbers = Readonly<Record<string, number>>
interface Progress {
  readonly totals: Numbers
  readonly topics: readonly Numbers[]
  readonly children: readonly { readonly unit: { readonly name: string }; readonly totals: Numbers }[]
}

const pick = (numbers: Numbers, keys: readonly string[]) => keys.map(key => numbers[key])

describe('the workbook of a report', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const sheetsOf = async (id: string) => {
    const sheets = await readExcel(await downloadReport(world, id, 'xlsx'))
    return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
  }

  it('is understood by another reader: dates, numbers, text', async () => {
    const tham = await enrol(world, { name: 'Nguyễn Thị Thắm', posts: ['Uỷ viên BCH', 'Chủ tịch CĐCS'] })
    await enrol(world, { name: 'Đỗ Văn An', phone: '+84912345678', email: '=cmd@test.example' })
    await enrol(world, { unit: 'hai-duong-chi-linh' })
    await handIn(world, tham.id, 'CD1,CD3', PDF, 'Bai 1 va 3.PDF')
    world.clock.set('2018-12-20T02:00:00Z')
    await handIn(world, tham.id, 'CD2', DOCX, 'bài.docx')

    const id = await compiledReport(world)
    const sheets = await sheetsOf(id)
    expect([...sheets.keys()]).to.deep.equal([
      'Theo đơn vị',
      'Theo người',
      'Chưa nộp',
      'Miễn viết',
      'Gia hạn',
      'Theo chuyên đề',
    ])
    const people = sheets.get('Theo người')!
    expect(people.slice(0, 4).map(row => row[0])).to.deep.equal([
      'BÁO CÁO NỘP BÀI THU HOẠCH',
      'Đơn vị: LĐLĐ tỉnh Hưng Yên',
      'Đợt học tập: Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam',
      'Số liệu tính đến 09:00 ngày 20/12/2018',
    ])
    expect(people[5]).to.deep.equal([
      ...['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị'],
      ...[1, 2, 3, 4, 5].map(n => `Chuyên đề ${n}`),
      'Ghi chú',
    ])
    const [an, row] = people.slice(6)
    expect(an!.slice(0, 6)).to.deep.equal([
      1,
      'Đỗ Văn An',
      1980,
      'Chuyên viên',
      'LĐLĐ huyện Văn Lâm',
      'Chưa nộp',
    ])
    expect(row![1]).to.equal('Nguyễn Thị Thắm')
    expect(row![3]).to.equal('Uỷ viên BCH; Chủ tịch CĐCS')
    // 09:00 in Hanoi, as a real date; the late one too, whatever its format adds.
    expect(row![5]).to.deep.equal(new Date('2018-12-07T09:00:00Z'))
    expect(row![6]).to.deep.equal(new Date('2018-12-20T09:00:00Z'))
    expect(row![10]).to.equal('Còn thiếu 2 bài; Có bài nộp muộn')

    const units = sheets.get('Theo đơn vị')!
    expect(units[5]).to.deep.equal(
      'STT|Đơn vị|Tổng số|Miễn|Phải nộp|Đã nộp|Đúng hạn|Nộp muộn|Chưa nộp|Tỷ lệ %'.split('|'),
    )
    expect(units.slice(6)).to.deep.equal([
      [1, 'LĐLĐ huyện Văn Giang', 0, 0, 0, 0, 0, 0, 0, 100],
      [2, 'LĐLĐ huyện Văn Lâm', 2, 0, 10, 3, 2, 1, 7, 30],
      [null, 'Cộng', 2, 0, 10, 3, 2, 1, 7, 30],
    ])
    expect(
      sheets
        .get('Chưa nộp')!
        .slice(6)
        .map(each => [each[1], each[5], each[7], each[8]]),
    ).to.deep.equal([
      ['Đỗ Văn An', 'CĐ1, CĐ2, CĐ3, CĐ4, CĐ5', "'+84912345678", "'=cmd@test.example"],
      ['Nguyễn Thị Thắm', 'CĐ4, CĐ5', null, tham.person.email],
    ])
  })

  it('has the numbers of the progress page', async () => {
    const [a, b, c] = [await enrol(world), await enrol(world, { unit: 'hung-yen' }), await enrol(world)]
    await enrol(world, { unit: 'hung-yen-van-giang' })
    for (const { id } of [a, b]) await handIn(world, id, 'CD1,CD2,CD3', PDF, 'bài.pdf')
    await world.as('staff.hung-yen').delete(`${CAMPAIGN_PATH}/enrolments/${a.id}/essays/CD2`).expect(204)
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN_PATH}/exemptions`)
      .send({ enrolment: c.id, reason: 'Nghỉ thai sản' })
      .expect(201)
    world.clock.set('2018-12-20T02:00:00Z')
    await handIn(world, b.id, 'CD4,CD5', PDF, 'bài.pdf')
    await world.settle()

    const id = await compiledReport(world)
    const progress: Progress = (
      await world.as('staff.hung-yen').get(`${CAMPAIGN_PATH}/progress?unit=hung-yen`).expect(200)
    ).body
    const sheets = await sheetsOf(id)
    const units = sheets.get('Theo đơn vị')!.slice(6)
    expect(units.at(-1)!.slice(2)).to.deep.equal(pick(progress.totals, NUMBERS))
    expect(progress.totals).to.include({ people: 4, exempt: 1, expected: 15, submitted: 7, late: 2 })
    for (const { unit, totals } of progress.children) {
      const row = units.find(each => each[1] === unit.name)
      expect(row!.slice(2), unit.name).to.deep.equal(pick(totals, NUMBERS))
    }
    expect(
      sheets
        .get('Theo chuyên đề')!
        .slice(6)
        .map(row => row.slice(3, 7)),
    ).to.deep.equal(progress.topics.map(topic => pick(topic, TOPIC_NUMBERS)))
  })

  it('of the nation ranks the units and adds up their groups, as the provinces’ page has them', async () => {
    const { ports } = world.container
    const sector = { ...UNITS.find(({ code }) => code === 'hai-duong')!, name: 'Công đoàn Y tế Việt Nam' }
    await ports.transact(async tx => ports.units.save([sector], tx))
    const one = await enrol(world)
    const other = await enrol(world, { unit: 'hai-duong-chi-linh' })
    await handIn(world, one.id, 'CD1', PDF, 'bài.pdf')
    await handIn(world, other.id, 'CD1,CD2,CD3,CD4,CD5', PDF, 'bài.pdf')
    await world.settle()

    const { body } = await world
      .as('trainer')
      .post(`${CAMPAIGN_PATH}/reports`)
      .send({ unit: 'tld' })
      .expect(202)
    expect(body.formats).to.deep.equal(['docx', 'pdf', 'xlsx', 'csv'])
    await world.work()
    const answer = await world
      .as('trainer')
      .get(`/api/v1/reports/${body.id}/files/xlsx`)
      .responseType('arraybuffer')
      .expect(200)
    const sheets = new Map(
      (await readExcel(Buffer.from(answer.body))).map(({ sheet, data }) => [sheet, data.slice(6)]),
    )
    expect(sheets.get('Xếp hạng')!.map(row => [row[0], row[1], row[2], row.at(-1)])).to.deep.equal([
      [1, 1, 'Công đoàn Y tế Việt Nam', 100],
      [2, 1, 'LĐLĐ tỉnh Hưng Yên', 20],
      [null, null, 'Cộng', 60],
    ])
    const { provinces, totals } = (await world.as('trainer').get(`${CAMPAIGN_PATH}/provinces`).expect(200))
      .body
    for (const { unit, totals: numbers } of provinces) {
      const row = sheets.get('Xếp hạng')!.find(each => each[2] === unit.name)
      expect(row!.slice(4), unit.name).to.deep.equal(pick(numbers, NUMBERS))
    }
    expect(sheets.get('Theo khối')!.map(row => row.slice(1, 4))).to.deep.equal([
      ['LĐLĐ tỉnh, thành phố', 1, 0],
      ['Công đoàn ngành trung ương và tương đương', 1, 1],
      ['Cộng', 2, 1],
    ])
    expect(sheets.get('Theo khối')!.at(-1)!.slice(4)).to.deep.equal(pick(totals, NUMBERS))
  })
})
