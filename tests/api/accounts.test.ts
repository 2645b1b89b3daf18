import { expect } from 'chai'
import { createAccount } from '../../src/commands/create-account.ts'
import { resetPassword } from '../../src/commands/reset-password.ts'
import { type Actor, HOUSE } from '../../src/domain/permission.ts'
import type { Result } from '../../src/domain/result.ts'
import { openWorld, type World } from '../support/world.ts'

const STAFF: Actor = { id: 'x', name: 'x', grants: [{ role: 'staff', units: ['tld'] }], cadre: null }
const codesOf = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code))

describe('accounts', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const create = async (given: object = {}, actor = HOUSE) =>
    createAccount(world.container.ports)(
      actor,
      { login: 'moi@test.example', name: 'Cán bộ mới', grants: [], ...given },
      world.clock.now(),
    )
  const reset = async (actor: Actor, login: string, password?: string) =>
    resetPassword(world.container.ports)(
      actor,
      { login, ...(password === undefined ? {} : { password }) },
      world.clock.now(),
    )
  const signIn = (login: string, password: string) =>
    world.as('nobody').post('/api/v1/session').send({ login, password })

  it('are made with a password that is told once and works', async () => {
    const made = await create({ grants: [{ role: 'trainer', units: ['tld'] }] })
    if (!made.ok) throw new Error('refused')
    expect(made.value.password).to.match(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const answer = await signIn('moi@test.example', made.value.password).expect(200)
    expect(answer.body.actor.roles).to.deep.equal(['trainer'])
    const stored = await world.db.collection('accounts').findOne({ login: 'moi@test.example' })
    expect(stored?.['passwordHash']).to.match(/^\$argon2id\$/)
    expect(JSON.stringify(await world.db.collection('audit').find().toArray())).not.to.include(
      made.value.password,
    )
  })

  it('have one login each, however it is typed', async () => {
    await create({ login: 'mot@test.example' })
    expect(codesOf(await create({ login: ' MOT@test.example' }))).to.deep.equal(['already-exists'])
    const both = await Promise.all([1, 2].map(async () => create({ login: 'cung-luc@test.example' })))
    expect(both.flatMap(codesOf)).to.deep.equal(['already-exists'])
  })

  it('are made for units that exist, and by admins only', async () => {
    const grants = [{ role: 'staff', units: ['hung-yen', 'khong-co'] }]
    const refused = await create({ login: 'hai@test.example', grants })
    expect(refused.ok ? [] : refused.problems.map(({ details }) => details['reason'])).to.deep.equal([
      'không có đơn vị “khong-co”',
    ])
    expect(codesOf(await create({ login: 'hai@test.example' }, STAFF))).to.deep.equal(['forbidden'])
  })

  it('get another password from admins only, and only where there is such an account', async () => {
    await create({ login: 'ba@test.example', password: 'mật khẩu cũ' })
    expect(codesOf(await reset(STAFF, 'ba@test.example'))).to.deep.equal(['forbidden'])
    expect(codesOf(await reset(HOUSE, 'khong-co@test.example'))).to.deep.equal(['not-found'])
    expect(codesOf(await reset(HOUSE, 'ba@test.example', 'ngắn'))).to.deep.equal(['input-not-valid'])
    await signIn('ba@test.example', 'mật khẩu cũ').expect(200)
    expect(await reset(HOUSE, 'BA@test.example', 'mật khẩu mới')).to.include({ ok: true })
    await signIn('ba@test.example', 'mật khẩu cũ').expect(401)
    await signIn('ba@test.example', 'mật khẩu mới').expect(200)
  })

  it('leave a trace of all that is done to them and with them', async () => {
    await create({ login: 'bon@test.example', password: 'mật khẩu cũ' })
    await signIn('bon@test.example', 'sai mật khẩu').expect(401)
    await signIn('bon@test.example', 'mật khẩu cũ').expect(200)
    const { id } = (await world.container.ports.accounts.byLogin('bon@test.example'))!
    const trace = await world.db
      .collection('audit')
      .find({ target: { $in: [`account:${id}`, 'login:bon@test.example'] } })
      .sort({ _id: 1 })
      .toArray()
    expect(trace.map(({ action, actor }) => [action, actor.id])).to.deep.equal([
      ['account.created', 'system'],
      ['sign-in.refused', 'nobody'],
      ['sign-in.by-password', id],
    ])
  })
})
