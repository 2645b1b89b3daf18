import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import ExcelJS from 'exceljs'
import readXlsxFile from 'read-excel-file/node'
import type { Response } from 'supertest'
import type { CastName } from '../support/cast.ts'
import { importRows, openWorldWithUnits } from '../support/rosters.ts'
import type { World } from '../support/world.ts'

const bytesOf = (answer: Response): Buffer => answer.body as Buffer

describe('GET /campaigns/:c/roster-template.xlsx', () => {
  let world: World
  before(async () => {
    world = await openWorldWithUnits()
  })
  after(async () => world.close())

  const ask = (who: CastName | 'nobody') =>
    world.as(who).get('/api/v1/campaigns/nghi-quyet-12-cdvn/roster-template.xlsx')
  const get = () =>
    ask('staff.hung-yen')
      .buffer(true)
      .parse((res, done) => {
        buffer(res as unknown as NodeJS.ReadableStream).then(
          bytes => done(null, bytes),
          (error: Error) => done(error, null),
        )
      })
  it('has a head, an example and the names of one’s own units', async () => {
    const answer = await get().expect(200)
    expect(answer.headers['content-disposition']).to.match(/^attachment/)
    const sheets = await readXlsxFile(bytesOf(answer))
    expect(sheets.map(({ sheet }) => sheet)).to.deep.equal(['Danh sách', 'Đơn vị', 'Hướng dẫn'])
    expect(sheets[0]?.data[0]?.slice(0, 3)).to.deep.equal(['STT', 'Họ và tên', 'Ngày sinh'])
    const names = sheets[1]!.data.slice(1).map(([name]) => name)
    expect(names).to.have.length(20).and.include('LĐLĐ huyện Văn Lâm')
    expect(names.join()).not.to.contain('Hải Dương')
  })

  it('is understood by the import, which passes over the example', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytesOf(await get()) as never)
    const list = book.getWorksheet('Danh sách')!
    list.addRow([1, 'Trần Văn An', '01/02/1970', 'Nam', 'Chủ tịch', 'LĐLĐ huyện Văn Lâm', '0912000111'])
    const answer = await importRows(world, Buffer.from(await book.xlsx.writeBuffer()))
    expect(answer).to.include({ rows: 1, created: 1 })
    expect([answer.rejected, answer.warnings]).to.deep.equal([[], []])
    const enrolment = await world.db.collection('enrolments').findOne({})
    expect(enrolment?.['unit']).to.equal('hung-yen-van-lam')
    expect(enrolment?.['person']).to.include({ name: 'Trần Văn An', gender: 'male', birth: '1970-02-01' })
  })

  it('is for those who import', async () => {
    await ask('trainer.hung-yen').expect(403)
    await ask('cadre').expect(403)
    await ask('nobody').expect(401)
    await ask('admin').expect(200)
  })
})
