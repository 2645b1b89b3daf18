import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { mailsTo, readMails } from '../support/inbox.ts'
import { type Answer, importRows } from '../support/rosters.ts'
import { openWorld, type World } from '../support/world.ts'

const CONTACT = '/api/v1/me/contact'

describe('one’s own contact', () => {
  let world: World
  let id: string
  beforeEach(async () => {
    world = await openWorld()
    ;({ id } = await enrol(world, { cadre: 'cadre-1', email: 'cu@test.example', phone: '0912345678' }))
  })
  afterEach(async () => world.close())

  const cadre = () => world.as('cadre')
  const seenByStaff = async () => {
    const path = `/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments/${id}`
    return (await world.as('staff.hung-yen').get(path).expect(200)).body.person
  }
  const audited = async () =>
    (
      await world.db
        .collection('audit')
        .find({ action: /^contact/ })
        .toArray()
    ).map(({ action }) => action)
  const askFor = async (email: string): Promise<string> => {
    await cadre().post(`${CONTACT}/email-changes`).send({ email }).expect(202)
    const mails = await mailsTo(world, email.trim().toLowerCase())
    return /\/xac-nhan-thu\/(\S+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? ''
  }
  const confirm = (token: string) => world.as('nobody').post('/api/v1/email-changes/consume').send({ token })

  it('is a phone number that changes at once, in open campaigns too', async () => {
    await cadre().get(CONTACT).expect(200, { email: 'cu@test.example', phone: '0912345678' })
    await cadre()
      .put(`${CONTACT}/phone`)
      .send({ phone: '+84 987 654 321' })
      .expect(200, { phone: '0987654321' })
    expect(await seenByStaff()).to.deep.include({ phone: '0987654321', email: 'cu@test.example' })
    const wrong = await cadre().put(`${CONTACT}/phone`).send({ phone: 'không có số' }).expect(400)
    expect(wrong.body.problems[0]).to.deep.include({ code: 'input-not-valid', at: 'body/phone' })
    await cadre().put(`${CONTACT}/phone`).send({ phone: ' ' }).expect(200, { phone: null })
    expect(await audited()).to.deep.equal(['contact.changed-by-himself', 'contact.changed-by-himself'])
  })

  it('is a mail address that changes once its link is used, and tells the old one', async () => {
    const token = await askFor(' Moi@Test.Example')
    expect(await seenByStaff()).to.deep.include({ email: 'cu@test.example' })
    await confirm(token).expect(200, { email: 'moi@test.example' })
    expect(await seenByStaff()).to.deep.include({ email: 'moi@test.example' })
    await cadre().get(CONTACT).expect(200, { email: 'moi@test.example', phone: '0912345678' })
    const [told] = await mailsTo(world, 'cu@test.example')
    expect(told?.text).to.include('moi@test.example')
    expect((await confirm(token).expect(410)).body.code).to.equal('confirmation-not-valid')
    expect(await audited()).to.have.members(['contact.email-asked', 'contact.changed-by-himself'])
  })

  it('is where one signs in from then on, not the old address', async () => {
    await world.as('nobody').post('/api/v1/sign-in-links').send({ login: 'cu@test.example' }).expect(202)
    await confirm(await askFor('moi@test.example')).expect(200)
    for (const login of ['moi@test.example', 'cu@test.example'])
      await world.as('nobody').post('/api/v1/sign-in-links').send({ login }).expect(202)
    const links = async (to: string) =>
      (await mailsTo(world, to)).filter(mail => mail.subject === 'Liên kết đăng nhập')
    while ((await links('moi@test.example')).length === 0)
      await new Promise(resolve => {
        setTimeout(resolve, 20)
      })
    expect(await links('cu@test.example')).to.have.length(1)
  })

  it('is kept when the link is too old, when a later one was used, or the address is somebody else’s', async () => {
    await enrol(world, { email: 'nguoi-khac@test.example' })
    const first = await askFor('mot@test.example')
    const other = await askFor('nguoi-khac@test.example')
    expect((await confirm(other).expect(409)).body.code).to.equal('email-taken')
    const second = await askFor('hai@test.example')
    await confirm(second).expect(200)
    await confirm(first).expect(410)
    const late = await askFor('ba@test.example')
    world.clock.set('2018-12-07T03:00:01Z')
    await confirm(late).expect(410)
    expect(await seenByStaff()).to.deep.include({ email: 'hai@test.example' })
    const before = (await readMails(world)).length
    for (const email of ['không phải địa chỉ', 'hai@test.example'])
      expect((await cadre().post(`${CONTACT}/email-changes`).send({ email }).expect(400)).body.code).to.equal(
        'input-not-valid',
      )
    expect(await readMails(world)).to.have.length(before)
  })

  describe('against rosters', () => {
    const HEAD = 'Họ và tên;Ngày sinh;Chức vụ;Đơn vị;SĐT;Email;Mã cán bộ'
    const row = (email: string, { phone = '0912345678', post = 'Chuyên viên', name = '' } = {}) =>
      `${HEAD}\n${name || person};1980;${post};LĐLĐ huyện Văn Lâm;${phone};${email};`
    const codes = ({ warnings }: Answer) => warnings.map(({ code, row }) => [code, row])
    let person: string
    beforeEach(async () => {
      person = (await seenInList()).name
      await confirm(await askFor('cua-toi@test.example')).expect(200)
    })
    const seenInList = async () => {
      const path = '/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments'
      const { items } = (await world.as('staff.hung-yen').get(path).expect(200)).body
      return items.find((one: { id: string }) => one.id === id)
    }

    it('stays where he confirmed it himself, whatever rosters say, and that is told in the plan', async () => {
      const dry = await importRows(world, row('cu@test.example'), { isDryRun: true })
      expect(dry).to.include({ created: 0, updated: 0, unchanged: 1 })
      expect(codes(dry)).to.deep.equal([['own-address-kept', 2]])
      expect(dry.warnings[0]!.message)
        .to.include('Giữ địa chỉ do đồng chí tự xác nhận (cua-toi@test.example)')
        .and.include('cu@test.example')
      const done = await importRows(world, row('moi-nua@test.example', { post: 'Phó Chủ tịch' }))
      expect(done).to.include({ created: 0, updated: 1 })
      expect(codes(done)).to.deep.equal([['own-address-kept', 2]])
      expect(await seenByStaff()).to.include({ email: 'cua-toi@test.example', phone: '0912345678' })
      expect((await cadre().get(CONTACT)).body.email).to.equal('cua-toi@test.example')
      // What he has not confirmed is replaced as ever; his own address in the file is no news.
      const phoned = await importRows(world, row('cua-toi@test.example', { phone: '0987654321' }))
      expect(codes(phoned)).to.deep.equal([])
      expect(await seenByStaff()).to.include({ email: 'cua-toi@test.example', phone: '0987654321' })
    })

    it('is known by the address that it replaced, but whoever has that one now is somebody else', async () => {
      const known = await importRows(world, row('cu@test.example', { phone: '' }))
      expect(known).to.include({ created: 0, unchanged: 1 })
      const successor = await importRows(world, row('cu@test.example', { phone: '', name: 'Lê Thị Kế' }))
      expect(successor).to.include({ created: 1, updated: 0 })
      expect(await seenByStaff()).to.include({ email: 'cua-toi@test.example' })
    })

    it('stays in campaigns that come later', async () => {
      world.clock.set('2019-01-02T02:00:00Z')
      await confirm(await askFor('sau-nay@test.example')).expect(200)
      const { body } = await world
        .as('admin')
        .get('/api/v1/campaigns/nghi-quyet-12-cdvn/successor')
        .expect(200)
      await world.as('admin').post('/api/v1/campaigns').send(body).expect(201)
      const answer = await world
        .as('staff.hung-yen')
        .post(`/api/v1/campaigns/${body.code}/roster-imports`)
        .field('unit', 'hung-yen')
        .attach('file', Buffer.from(row('cu@test.example')), 'a.csv')
        .expect(201)
      expect(answer.body).to.include({ created: 1 })
      expect(codes(answer.body)).to.deep.equal([['own-address-kept', 2]])
      expect((await cadre().get(CONTACT)).body.email).to.equal('sau-nay@test.example')
      expect(await world.db.collection('cadres').countDocuments()).to.equal(1)
    })

    it('is staff’s to change on his page, and rosters’ from then on', async () => {
      const path = `/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments/${id}/contact`
      await world
        .as('staff.hung-yen')
        .put(path)
        .send({ email: 'co-quan@test.example', phone: '0912345678' })
        .expect(200)
      const answer = await importRows(world, row('bang@test.example'))
      expect(codes(answer)).to.deep.equal([])
      expect(await seenByStaff()).to.include({ email: 'bang@test.example' })
      expect(
        await world.db.collection('cadres').findOne({}, { projection: { ownEmail: 1, _id: 0 } }),
      ).to.deep.equal({})
    })
  })
})
