import { expect } from 'chai'
import readXlsxFile from 'read-excel-file/node'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { openWorld, type World } from '../support/world.ts'

const PATH = '/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments'

describe('the list as a file', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    await enrol(world, { name: 'Trần Thị Hạ Long', phone: '0912000001', posts: ['Chủ tịch; kiêm', '=1+1'] })
    const { id } = await enrol(world, { name: '=HYPERLINK("x")', email: null, phone: '0912000002' })
    await enrol(world, { name: 'Nguyễn Văn Hà', unit: 'hung-yen-van-giang', email: 'ha@test.example' })
    await enrol(world, { name: 'Phạm Văn Ánh', unit: 'hai-duong-chi-linh' })
    await world
      .as('admin')
      .post(`${PATH}/${id}/submissions`)
      .send({ topics: 'CD1', text: 'Bài thu hoạch của tôi.' })
      .expect(201)
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const csv = async (query: string, who: CastName = 'staff.hung-yen') => {
    const { text, headers } = await world.as(who).get(`${PATH}.csv?${query}`).expect(200)
    expect(headers['content-disposition']).to.match(/^attachment; filename="Danh sach .*\.csv"/)
    expect(text.startsWith('\uFEFF')).to.equal(true)
    return text.slice(1).trim().split('\r\n')
  }

  it('has a row for each who matches, in roster order, and runs no formula', async () => {
    const [head, ...rows] = await csv('')
    expect(head).to.equal(
      'STT,Họ và tên,Ngày sinh,Chức vụ,Đơn vị,Chuyên đề 1,Chuyên đề 2,Chuyên đề 3,Chuyên đề 4,Chuyên đề 5,' +
        'Ghi chú,Điện thoại,Thư điện tử',
    )
    expect(rows).to.have.length(3)
    expect(rows.map(row => row.split(',')[0])).to.deep.equal(['1', '2', '3'])
    expect(rows.join('\n')).to.match(/Nguyễn Văn Hà(.|\n)*Trần Thị Hạ Long/)
    expect(rows.find(row => row.includes('HYPERLINK'))).to.match(
      /^\d,"'=HYPERLINK\(""x""\)",1980,Chuyên viên,LĐLĐ huyện Văn Lâm,07\/12\/2018,Chưa nộp/,
    )
    expect(rows.find(row => row.includes('Hạ Long'))).to.contain('Chủ tịch; kiêm; =1+1')
  })

  it('is filtered like the list', async () => {
    expect(await csv('unit=hung-yen-van-giang')).to.have.length(2)
    expect(await csv('state=partial')).to.have.length(2)
    expect(await csv('q=ha%20van')).to.have.length(2)
    expect(await csv('state=complete')).to.have.length(1)
    expect(await csv('', 'trainer.hai-duong')).to.have.length(2)
    await world.as('staff.hung-yen').get(`${PATH}.csv?topic=CD9`).expect(422)
    await world.as('staff.hung-yen').get(`${PATH}.csv?state=xong`).expect(400)
  })

  it('opens as a workbook, and leaves its trace', async () => {
    const { body } = await world
      .as('staff.hung-yen')
      .get(`${PATH}.xlsx`)
      .responseType('arraybuffer')
      .expect(200)
    const [sheet] = await readXlsxFile(Buffer.from(body))
    const rows = sheet?.data ?? []
    const names = rows.map(row => row[1]).filter(name => typeof name === 'string')
    expect(names).to.include.members(['Nguyễn Văn Hà', '\'=HYPERLINK("x")'])
    expect(rows.flat()).to.include('0912000001')
    const entry = await world.db.collection('audit').findOne({ 'details.format': 'xlsx' })
    expect(entry).to.deep.include({ action: 'people.exported', path: ['tld', 'hung-yen'] })
    expect(entry?.['details']).to.deep.include({ people: 3 })
  })
})
