import { expect } from 'chai'
import supertest from 'supertest'
import { createAccount } from '../../src/commands/create-account.ts'
import { resetPassword } from '../../src/commands/reset-password.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { openWorld, type World } from '../support/world.ts'

describe('sessions', () => {
  let world: World
  const login = 'lê.văn.a@test.example'
  const password = 'mật khẩu rất dài'

  before(async () => {
    world = await openWorld()
    const created = await createAccount(world.container.ports)(
      HOUSE,
      {
        login,
        name: 'Lê Văn A',
        grants: [{ role: 'staff', units: ['hung-yen'] }],
        password,
      },
      world.clock.now(),
    )
    expect(created).to.include({ ok: true })
  })
  after(async () => world.close())

  const browser = () => world.as('nobody')
  const signIn = async (client: ReturnType<World['as']>, typed = login) =>
    client.post('/api/v1/session').send({ login: typed, password }).expect(200)

  it('begin with a password, say who it is, and end', async () => {
    const client = browser()
    const begun = await signIn(client)
    expect(begun.body.actor).to.deep.include({ name: 'Lê Văn A', roles: ['staff'], units: ['hung-yen'] })
    const seen = await client.get('/api/v1/session').expect(200)
    expect(seen.body).to.deep.equal(begun.body)
    await client.delete('/api/v1/session').set('x-csrf-token', begun.body.csrfToken).expect(204)
    await client.get('/api/v1/session').expect(401)
  })

  it('take a login and a password however they were typed', async () => {
    await signIn(browser(), `  ${login.toUpperCase().normalize('NFD')} `)
    await browser()
      .post('/api/v1/session')
      .send({ login, password: password.normalize('NFD') })
      .expect(200)
  })

  it('live in a cookie that no script reads and that lasts two weeks', async () => {
    const [cookie = ''] = (await signIn(browser())).headers['set-cookie'] ?? []
    expect(cookie).to.match(/^thu-hoach=/)
    expect(cookie.split('; ')).to.include.members(['Path=/', 'HttpOnly', 'SameSite=Lax'])
    const expires = new Date(/Expires=([^;]+)/.exec(cookie)?.[1] ?? 0)
    expect(expires.getTime() - Date.now()).to.be.within(13.9 * 86_400_000, 14 * 86_400_000)
  })

  it('are held to https and to this host where the public address is https', async () => {
    const safe = await openWorld({ PUBLIC_URL: 'https://thu-hoach.example' })
    try {
      const { ports } = safe.container
      await createAccount(ports)(HOUSE, { login, name: 'A', grants: [], password }, safe.clock.now())
      const answer = await safe
        .as('nobody')
        .post('/api/v1/session')
        .set('x-forwarded-proto', 'https')
        .send({ login, password })
        .expect(200)
      const [cookie = ''] = answer.headers['set-cookie'] ?? []
      expect(cookie).to.match(/^__Host-thu-hoach=/)
      expect(cookie.split('; ')).to.include('Secure')
      expect(cookie).not.to.match(/Domain=/i)
    } finally {
      await safe.close()
    }
  })

  it('answer alike to a wrong password and to a login that nobody has', async () => {
    const wrong = await browser().post('/api/v1/session').send({ login, password: 'khong phai' }).expect(401)
    const unknown = await browser()
      .post('/api/v1/session')
      .send({ login: 'khong-co@test.example', password })
      .expect(401)
    expect(wrong.body).to.deep.equal(unknown.body)
    expect(wrong.body.code).to.equal('sign-in-failed')
    expect(wrong.headers).not.to.have.property('set-cookie')
  })

  it('get a new id at sign-in, so that a planted one is worth nothing', async () => {
    const client = browser()
    const first = await signIn(client)
    const second = await signIn(client)
    const cookieOf = ({ headers }: typeof first) => headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect(cookieOf(second)).not.to.equal(cookieOf(first))
    await supertest(world.url).get('/api/v1/session').set('cookie', cookieOf(first)).expect(401)
    await supertest(world.url).get('/api/v1/session').set('cookie', cookieOf(second)).expect(200)
  })

  it('write only with the token of the session', async () => {
    const client = browser()
    const { csrfToken } = (await signIn(client)).body
    const other = (await signIn(browser())).body.csrfToken
    for (const token of ['', 'x', other]) {
      const answer = await client
        .post('/api/v1/tokens')
        .set('x-csrf-token', token)
        .send({ name: 'máy' })
        .expect(403)
      expect(answer.body.code).to.equal('csrf-token-not-valid')
    }
    await client.post('/api/v1/tokens').send({ name: 'máy', 'x-csrf-token': csrfToken }).expect(403)
    await client.post('/api/v1/tokens').set('x-csrf-token', csrfToken).send({ name: 'máy' }).expect(201)
  })

  it('are not begun by another site', async () => {
    for (const site of ['cross-site', 'same-site'])
      await browser()
        .post('/api/v1/session')
        .set('sec-fetch-site', site)
        .send({ login, password })
        .expect(403)
    await browser().post('/api/v1/session').type('form').send({ login, password }).expect(400)
  })

  it('do not go with a bearer token', async () => {
    await world.as('admin').post('/api/v1/session').send({ login, password }).expect(400)
    await world.as('admin').delete('/api/v1/session').expect(400)
    const answer = await world.as('admin').get('/api/v1/session').expect(200)
    expect(answer.body.actor.roles).to.deep.equal(['admin'])
    expect(answer.body).not.to.have.property('csrfToken')
  })

  it('end at once when the account is disabled, and when its password is reset', async () => {
    const { ports } = world.container
    const client = browser()
    const { id } = (await signIn(client)).body.actor
    const account = (await ports.accounts.byId(id))!
    await ports.accounts.save({ ...account, disabled: true })
    await client.get('/api/v1/session').expect(401)
    await browser().post('/api/v1/session').send({ login, password }).expect(401)
    await ports.accounts.save(account)
    await client.get('/api/v1/session').expect(200)
    const reset = await resetPassword(ports)(HOUSE, { login }, world.clock.now())
    if (!reset.ok) throw new Error('refused')
    await client.get('/api/v1/session').expect(401)
    await browser().post('/api/v1/session').send({ login, password }).expect(401)
    await browser().post('/api/v1/session').send({ login, password: reset.value.password }).expect(200)
  })
})
