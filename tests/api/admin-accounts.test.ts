import { expect } from 'chai'
import supertest from 'supertest'
import { mailsTo } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const BASE = '/api/v1/accounts'

describe('accounts, kept by an admin', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const admin = () => world.as('admin')
  const invite = (login: string, grants: object[] = []) =>
    admin().post(BASE).send({ login, name: 'Trần Văn Mới', grants })
  const tokenIn = async (address: string, count = 1) => {
    const mail = (await mailsTo(world, address, count)).at(-1)
    return /\/dang-nhap\/mat-khau\/([\w-]{43})\b/.exec(mail?.text ?? '')?.[1] ?? ''
  }
  const consume = (token: string, password?: string) =>
    world
      .as('nobody')
      .post('/api/v1/sign-in-links/consume')
      .send({ token, ...(password === undefined ? {} : { password }) })
  const signIn = (login: string, password: string) =>
    world.as('nobody').post('/api/v1/session').send({ login, password })
  const names = async (query: object) =>
    (await admin().get(BASE).query(query).expect(200)).body.items.map((one: { name: string }) => one.name)
  const idOf = async (login: string) => (await world.container.ports.accounts.byLogin(login))!.id

  it('are invited by mail: the link takes a password, once, for a day', async () => {
    const grants = [{ role: 'staff', units: ['hung-yen'] }]
    const made = await invite(' Moi@Test.example ', grants).expect(201)
    expect(made.body).to.deep.include({ login: 'moi@test.example', grants, hasPassword: false })
    expect(made.body.mailed).to.deep.equal({ mail: 'moi@test.example', failure: null })
    const token = await tokenIn('moi@test.example')
    await consume(token, 'ngắn').expect(400)
    const entered = await consume(token, 'mật khẩu của tôi').expect(200)
    expect(entered.body.actor).to.deep.include({ roles: ['staff'], units: ['hung-yen'] })
    await consume(token).expect(410)
    await signIn('moi@test.example', 'mật khẩu của tôi').expect(200)

    await invite('hai@test.example').expect(201)
    const late = await tokenIn('hai@test.example')
    world.clock.set('2018-12-08T02:00:01Z')
    await consume(late, 'mật khẩu của tôi').expect(410)
  })

  it('are refused with all reasons at once: what is no address, no unit, or there already', async () => {
    const wrong = await invite('truong-ban', [{ role: 'staff', units: ['khong-co'] }]).expect(400)
    expect(wrong.body.problems.map((p: { code: string; at: string }) => [p.code, p.at])).to.deep.equal([
      ['input-not-valid', 'grants'],
      ['account-without-address', 'login'],
    ])
    const twice = await invite('staff.hung-yen@test.example').expect(409)
    expect(twice.body.code).to.equal('already-exists')
  })

  it('stay, and can be sent the link again, when the mail server is down', async () => {
    await world.mails.stop()
    const made = await invite('ba@test.example').expect(201)
    expect(made.body.mailed.failure).to.be.a('string')
    expect(await idOf('ba@test.example')).to.equal(made.body.id)
  })

  it('lose their password, sessions and earlier links by a reset, and nobody else’s', async () => {
    const { id } = (await invite('bon@test.example').expect(201)).body
    const first = await tokenIn('bon@test.example')
    const browser = supertest.agent(world.url)
    await browser.post('/api/v1/sign-in-links/consume').send({ token: first, password: 'mật khẩu một' })
    await browser.get('/api/v1/session').expect(200)
    expect((await admin().get(`${BASE}/${id}`).expect(200)).body).to.include({
      hasPassword: true,
      sessions: 1,
      mail: 'bon@test.example',
    })

    await admin().post(`${BASE}/${id}/password-links`).expect(200)
    const second = await tokenIn('bon@test.example', 2)
    await admin().post(`${BASE}/${id}/password-links`).expect(200)
    await browser.get('/api/v1/session').expect(401)
    await signIn('bon@test.example', 'mật khẩu một').expect(401)
    await consume(second, 'mật khẩu hai').expect(410)
    await consume(await tokenIn('bon@test.example', 3), 'mật khẩu hai').expect(200)
    await admin().post(`${BASE}/khong-co/password-links`).expect(404)
  })

  it('take no password by an ordinary sign-in link', async () => {
    await world.as('nobody').post('/api/v1/sign-in-links').send({ login: 'trainer@test.example' }).expect(202)
    const [mail] = await mailsTo(world, 'trainer@test.example')
    const token = /\/dang-nhap\/([\w-]{43})\b/.exec(mail?.text ?? '')?.[1] ?? ''
    await consume(token, 'mật khẩu lạ').expect(410)
  })

  it('change what they may do at once, and are out of every browser when disabled', async () => {
    const id = 'staff.hung-yen'
    const seen = async (who: 'staff.hung-yen') =>
      (await world.as(who).get('/api/v1/campaigns/nghi-quyet-12-cdvn/progress?unit=hai-duong')).status
    expect(await seen(id)).to.equal(404)
    const grants = [
      { role: 'staff', units: ['hai-duong'] },
      { role: 'trainer', units: ['hung-yen'] },
    ]
    const changed = await admin().patch(`${BASE}/${id}`).send({ grants, name: ' Lê  Thị Hai ' }).expect(200)
    expect(changed.body).to.deep.include({ name: 'Lê Thị Hai', grants })
    expect(await seen(id)).to.equal(200)

    await admin().patch(`${BASE}/${id}`).send({ disabled: true }).expect(200)
    expect(await seen(id)).to.equal(401)
    const refused = await admin().post(`${BASE}/${id}/password-links`).expect(409)
    expect(refused.body.code).to.equal('account-disabled')
    await admin().patch(`${BASE}/${id}`).send({ disabled: false }).expect(200)
    expect(await seen(id)).to.equal(200)
    await admin().patch(`${BASE}/khong-co`).send({ disabled: true }).expect(404)
    const entries = await world.db.collection('audit').find({ action: 'account.changed' }).toArray()
    expect(entries.map(entry => entry['details'].after.disabled)).to.deep.equal([false, true, false])
  })

  it('of admins are not locked out by themselves, but by another admin', async () => {
    for (const patch of [
      { grants: [] },
      { grants: [{ role: 'staff', units: ['tld'] }] },
      { disabled: true },
    ]) {
      const refused = await admin().patch(`${BASE}/admin`).send(patch).expect(409)
      expect(refused.body.code).to.equal('own-admin-grant')
    }
    const more = [{ role: 'admin' }, { role: 'staff', units: ['hung-yen'] }]
    await admin().patch(`${BASE}/admin`).send({ grants: more }).expect(200)
    await admin()
      .patch(`${BASE}/trainer`)
      .send({ grants: [{ role: 'admin' }] })
      .expect(200)
    await world.as('trainer').patch(`${BASE}/admin`).send({ grants: [] }).expect(200)
    await admin().get(BASE).expect(403)
  })

  it('of admins never all go, however many take each other’s office at the same time', async () => {
    const admins = ['admin', 'trainer', 'staff.hung-yen'] as const
    const patches = [{ grants: [] }, { disabled: true }, { grants: [{ role: 'staff', units: ['tld'] }] }]
    for (let round = 0; round < 4; round += 1) {
      await world.db
        .collection('accounts')
        .updateMany({ login: { $in: admins.map(who => `${who}@test.example`) } }, [
          { $set: { grants: [{ role: 'admin' }], disabled: false } },
        ])
      // Each deposes the next one: the last of the circle is always the last admin.
      const answers = await Promise.all(
        admins.map(async (who, i) =>
          world
            .as(who)
            .patch(`${BASE}/${admins[(i + 1) % 3]}`)
            .send(patches[i]),
        ),
      )
      const left = await world.db
        .collection('accounts')
        .countDocuments({ 'grants.role': 'admin', disabled: false })
      expect(left).to.be.greaterThan(0)
      const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)
      expect(codes).to.have.length(left)
      for (const code of codes) expect(code).to.be.oneOf(['last-admin', 'forbidden', 'not-signed-in'])
    }
  }).timeout(30_000)

  it('lose their tokens one by one or all at once', async () => {
    const made = (await world.as('trainer').post('/api/v1/tokens').send({ name: 'máy' }).expect(201)).body
    const { tokens } = (await admin().get(`${BASE}/trainer`).expect(200)).body
    expect(tokens.map(({ name }: { name: string }) => name)).to.deep.equal(['test', 'máy'])
    await admin().delete(`${BASE}/trainer/tokens/${made.id}`).expect(204)
    await admin().delete(`${BASE}/trainer/tokens/${made.id}`).expect(404)
    await world.as('trainer').get('/api/v1/session').expect(200)
    expect((await admin().delete(`${BASE}/trainer/tokens`).expect(200)).body).to.deep.equal({ revoked: 1 })
    await world.as('trainer').get('/api/v1/session').expect(401)
    await admin().delete(`${BASE}/khong-co/tokens`).expect(404)
    await admin().delete(`${BASE}/khong-co/sessions`).expect(404)
    await admin().delete(`${BASE}/cadre/sessions`).expect(204)
  })

  it('are listed in name order, found without diacritics, by role, page by page', async () => {
    for (const [login, name] of [
      ['tham@test.example', 'Nguyễn Thị Thắm'],
      ['dung@test.example', 'Đỗ Văn Dũng'],
      ['anh@test.example', 'Trần Ánh'],
    ])
      await admin().post(BASE).send({ login, name, grants: [] }).expect(201)
    expect(await names({ q: 'do dung' })).to.deep.equal(['Đỗ Văn Dũng'])
    expect(await names({ q: 'THẮM@' })).to.deep.equal(['Nguyễn Thị Thắm'])
    expect(await names({ role: 'admin' })).to.deep.equal(['admin'])
    expect(await names({ role: 'staff' })).to.deep.equal(['staff.hai-duong', 'staff.hung-yen'])
    expect(await names({ role: 'cadre' })).to.deep.equal(['cadre'])
    expect(await names({ disabled: 'true' })).to.deep.equal([])
    const all = await names({})
    expect(all).to.have.length(10)
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { name: string }[]; nextCursor: string | null } = (
        await admin()
          .get(BASE)
          .query({ limit: 4, ...(cursor === null ? {} : { cursor }) })
          .expect(200)
      ).body
      walked.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(walked).to.deep.equal(all)
    expect(all.indexOf('Trần Ánh')).to.be.lessThan(all.indexOf('Đỗ Văn Dũng'))
  })
})
