import { expect } from 'chai'
import supertest from 'supertest'
import { openWorld, type World } from '../support/world.ts'

describe('bearer tokens', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const use = (token: string) =>
    world.as('nobody').get('/api/v1/session').set('authorization', `Bearer ${token}`)

  it('are shown once, used, listed and revoked', async () => {
    const staff = world.as('staff.hung-yen')
    const made = await staff.post('/api/v1/tokens').send({ name: ' Máy  chủ ' }).expect(201)
    expect((await use(made.body.token).expect(200)).body.actor.id).to.equal('staff.hung-yen')
    const list = (await staff.get('/api/v1/tokens').expect(200)).body
    expect(list.find(({ id }: { id: string }) => id === made.body.id)).to.deep.equal({
      id: made.body.id,
      name: 'Máy chủ',
      createdAt: '2018-12-07T02:00:00.000Z',
      lastUsedAt: '2018-12-07T02:00:00.000Z',
    })
    expect(JSON.stringify(list)).not.to.include(made.body.token)
    await staff.delete(`/api/v1/tokens/${made.body.id}`).expect(204)
    const refused = await use(made.body.token).expect(401)
    expect(refused.headers['www-authenticate']).to.equal('Bearer')
    await staff.delete(`/api/v1/tokens/${made.body.id}`).expect(404)
  })

  it('remember their last use to the hour', async () => {
    const staff = world.as('staff.hai-duong')
    const { token, id } = (await staff.post('/api/v1/tokens').send({ name: 'máy' }).expect(201)).body
    const lastUsed = async (): Promise<string | undefined> => {
      const list = await staff.get('/api/v1/tokens').expect(200)
      return list.body.find((one: { id: string }) => one.id === id).lastUsedAt
    }
    expect(await lastUsed()).to.equal(undefined)
    for (const [at, seen] of [
      ['2018-12-07T03:00:00.000Z', '2018-12-07T03:00:00.000Z'],
      ['2018-12-07T03:59:59.000Z', '2018-12-07T03:00:00.000Z'],
      ['2018-12-07T04:00:00.000Z', '2018-12-07T04:00:00.000Z'],
    ] as const) {
      world.clock.set(at)
      await use(token).expect(200)
      expect(await lastUsed()).to.equal(seen)
    }
  })

  it('are their own account’s only', async () => {
    const { id } = (await world.as('admin').post('/api/v1/tokens').send({ name: 'máy' }).expect(201)).body
    await world.as('staff.hung-yen').delete(`/api/v1/tokens/${id}`).expect(404)
    const list = await world.as('staff.hung-yen').get('/api/v1/tokens').expect(200)
    expect(list.body.map((one: { id: string }) => one.id)).not.to.include(id)
  })

  it('need a name', async () => {
    const answer = await world.as('admin').post('/api/v1/tokens').send({ name: '  ' }).expect(400)
    expect(answer.body.problems[0].at).to.equal('body/name')
  })

  it('do nothing for a disabled account, and never cost a look at sessions', async () => {
    const { accounts } = world.container.ports
    const trainer = (await accounts.byId('trainer'))!
    const { token } = (await world.as('trainer').post('/api/v1/tokens').send({ name: 'máy' })).body
    await accounts.save({ ...trainer, disabled: true })
    await use(token).expect(401)
    await accounts.save(trainer)
    const looked: string[] = []
    world.container.http.session.store.on('get', (id: string) => looked.push(id))
    await supertest(world.url)
      .get('/api/v1/session')
      .set({ authorization: `Bearer ${token}`, cookie: 'thu-hoach=s%3Ax.y' })
      .expect(200)
    expect(looked).to.deep.equal([])
  })
})
