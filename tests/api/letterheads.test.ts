import { expect } from 'chai'
import { openWorld, type World } from '../support/world.ts'

const PATH = '/api/v1/units/hung-yen/letterhead'
const TOLD = {
  parentBody: 'Tổng Liên đoàn Lao động Việt Nam',
  issuingBody: 'Liên đoàn Lao động tỉnh Hưng Yên',
  number: 12,
  symbol: 'BC-LĐLĐ',
  place: 'Hưng Yên',
  addressees: ['Tổng Liên đoàn Lao động Việt Nam', 'Ban Tuyên giáo'],
  bases: ['Căn cứ Nghị quyết'],
  titles: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
  signer: 'Nguyễn Thị Thắm'.normalize('NFD'),
  recipients: ['Như trên', 'Lưu: VT'],
  rules: 'nghi-dinh-30-co-13',
}

describe('the letterhead of a unit', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  it('is what is usual until it is told, and then what was told', async () => {
    const staff = world.as('staff.hung-yen')
    const usual = (await staff.get(PATH).expect(200)).body
    expect(usual).to.include({
      unit: 'hung-yen',
      isUsual: true,
      symbol: 'BC-LĐLĐ',
      place: 'Hưng Yên',
      number: null,
    })
    await staff.put(PATH).send(TOLD).expect(204)
    const told = (await world.as('admin').get(PATH).expect(200)).body
    expect(told).to.deep.equal({ ...TOLD, signer: 'Nguyễn Thị Thắm', unit: 'hung-yen', isUsual: false })
    await staff
      .put(PATH)
      .send({ ...TOLD, number: null, signer: null, bases: [] })
      .expect(204)
    expect((await staff.get(PATH).expect(200)).body).to.deep.include({
      number: null,
      signer: null,
      bases: [],
    })
    const below = (await staff.get('/api/v1/units/hung-yen-van-lam/letterhead').expect(200)).body
    expect(below).to.include({ isUsual: true, parentBody: 'Liên đoàn Lao động tỉnh Hưng Yên' })
    const audit = world.db.collection('audit')
    expect(await audit.countDocuments({ action: 'letterhead.changed', target: 'unit:hung-yen' })).to.equal(2)
  })

  it('is refused where it could not be printed', async () => {
    const wrong: [field: string, value: unknown][] = [
      ['issuingBody', ' '],
      ['number', 0],
      ['symbol', 'bc/ldld'],
      ['titles', []],
      ['recipients', []],
      ['rules', 'nghi-dinh-0'],
      ['bases', ['x'.repeat(301)]],
    ]
    for (const [field, value] of wrong) {
      const answer = await world
        .as('staff.hung-yen')
        .put(PATH)
        .send({ ...TOLD, [field]: value })
        .expect(400)
      expect(answer.body.problems[0].at, field).to.match(new RegExp(`^body/${field}`))
    }
  })
})
