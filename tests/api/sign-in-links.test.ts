import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { isTo, mailsTo, readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

describe('sign-in links', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const ask = async (login: string) =>
    world.as('nobody').post('/api/v1/sign-in-links').send({ login }).expect(202)
  const consume = (token: string) => world.as('nobody').post('/api/v1/sign-in-links/consume').send({ token })
  const mailedTo = async (address: string) => (await readMails(world)).filter(isTo(address))
  /** Asks for a link and waits for the mail: the token in it. */
  const linkTo = async (login: string): Promise<string> => {
    const address = login.trim().toLowerCase()
    const before = (await mailedTo(address)).length
    await ask(login)
    const mail = (await mailsTo(world, address, before + 1)).at(-1)
    return /http:\/\/localhost:3000\/dang-nhap\/([\w-]{43})\b/.exec(mail?.text ?? '')?.[1] ?? ''
  }

  it('sign in an account, once', async () => {
    const token = await linkTo(' Staff.Hung-Yen@test.example')
    const client = world.as('nobody')
    const answer = await client.post('/api/v1/sign-in-links/consume').send({ token }).expect(200)
    expect(answer.body.actor).to.deep.include({ id: 'staff.hung-yen', roles: ['staff'], units: ['hung-yen'] })
    expect((await client.get('/api/v1/session').expect(200)).body).to.deep.equal(answer.body)
    const again = await consume(token).expect(410)
    expect(again.body.code).to.equal('link-not-valid')
  })

  it('make the account of a cadre who never had one, and find it again', async () => {
    const { cadre } = await enrol(world, { name: 'Trần Thị Bình', email: 'binh@test.example' })
    const first = await consume(await linkTo('binh@test.example')).expect(200)
    expect(first.body.actor).to.deep.include({ name: 'Trần Thị Bình', roles: ['cadre'], units: [] })
    const account = await world.container.ports.accounts.ofCadre(cadre)
    expect(account).to.include({ id: first.body.actor.id, login: 'binh@test.example', passwordHash: null })
    const second = await consume(await linkTo('binh@test.example')).expect(200)
    expect(second.body.actor.id).to.equal(first.body.actor.id)
  })

  it('make one account of two links opened at the same time', async () => {
    await enrol(world, { email: 'cuc@test.example' })
    const tokens = [await linkTo('cuc@test.example'), await linkTo('cuc@test.example')]
    const answers = await Promise.all(tokens.map(async token => consume(token).expect(200)))
    expect(new Set(answers.map(({ body }) => body.actor.id)).size).to.equal(1)
  })

  it('make staff who are in the rosters the cadres they are', async () => {
    const { cadre } = await enrol(world, { email: 'staff.hai-duong@test.example' })
    const answer = await consume(await linkTo('staff.hai-duong@test.example')).expect(200)
    expect(answer.body.actor).to.deep.include({ id: 'staff.hai-duong', roles: ['cadre', 'staff'] })
    expect(await world.container.ports.accounts.ofCadre(cadre)).to.include({ id: 'staff.hai-duong' })
  })

  it('open for ten minutes', async () => {
    const token = await linkTo('admin@test.example')
    world.clock.set('2018-12-07T02:10:00Z')
    await consume(token).expect(410)
    const other = await linkTo('trainer@test.example')
    world.clock.set('2018-12-07T02:19:59Z')
    await consume(other).expect(200)
  })

  it('are stored hashed', async () => {
    const token = await linkTo('admin@test.example')
    const { ports } = world.container
    const taken = await ports.transact(async tx => ports.links.take(token, world.clock.now(), tx))
    expect(taken).to.equal(null)
    await consume(token).expect(200)
  })

  it('answer alike to whom they go and to whom they do not; nobody else gets a mail', async () => {
    await enrol(world, { email: 'van-phong@test.example' })
    await enrol(world, { email: 'van-phong@test.example' })
    const { accounts } = world.container.ports
    const account = (await accounts.byId('trainer'))!
    await accounts.save({ ...account, id: 'gone', login: 'gone@test.example', disabled: true })
    const others = ['khong-co@test.example', 'van-phong@test.example', 'gone@test.example']
    const answers = []
    for (const login of others) answers.push((await ask(login)).body)
    answers.push((await ask('trainer.hung-yen@test.example')).body)
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).to.equal(1)
    // The others are decided by the time that the last one's mail is here.
    await mailsTo(world, 'trainer.hung-yen@test.example')
    for (const address of others) expect(await mailedTo(address)).to.deep.equal([])
  })

  it('refuse an account that was disabled meanwhile', async () => {
    const token = await linkTo('admin@test.example')
    const { accounts } = world.container.ports
    const admin = (await accounts.byId('admin'))!
    await accounts.save({ ...admin, disabled: true })
    await consume(token).expect(410)
    await accounts.save(admin)
  })

  it('are taken as asked for with the mail server down too', async () => {
    const other = await openWorld()
    try {
      await other.mails.stop()
      const asking = other.as('nobody').post('/api/v1/sign-in-links')
      await asking.send({ login: 'admin@test.example' }).expect(202)
    } finally {
      await other.close()
    }
  })
})
