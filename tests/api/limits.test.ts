import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import supertest from 'supertest'
import { startRedis } from '../../src/embedded/redis.ts'
import { createApp } from '../../src/http/app.ts'
import { openBeside } from '../support/beside.ts'
import { openWorld, type World } from '../support/world.ts'

describe('rate limits', () => {
  let world: World
  before(async () => {
    world = await openWorld({ TRUST_PROXY: '1' })
  })
  after(async () => world.close())

  const from = (address: string) => ({
    signIn: (login: string) =>
      world
        .as('nobody')
        .post('/api/v1/session')
        .set('x-forwarded-for', address)
        .send({ login, password: 'sai mật khẩu' }),
    askLink: (login: string) =>
      world.as('nobody').post('/api/v1/sign-in-links').set('x-forwarded-for', address).send({ login }),
  })

  it('stop guessing at one account from one address, and nobody else', async () => {
    const office = from('203.0.113.7')
    for (let time = 0; time < 10; time += 1) await office.signIn('a@test.example').expect(401)
    const refused = await office.signIn('A@test.example').expect(429)
    expect(refused.body.code).to.equal('too-many-requests')
    expect(Number(refused.headers['retry-after'])).to.be.within(1, 900)
    expect(refused.body.detail).to.include(`${refused.headers['retry-after']} giây`)
    await office.signIn('b@test.example').expect(401)
    await from('203.0.113.8').signIn('a@test.example').expect(401)
  })

  it('stop flooding a mailbox with links', async () => {
    for (let time = 0; time < 5; time += 1) await from('203.0.113.9').askLink('c@test.example').expect(202)
    await from('203.0.113.9').askLink('c@test.example').expect(429)
    for (let time = 0; time < 15; time += 1)
      await from(`198.51.100.${time}`).askLink('c@test.example').expect(202)
    await from('198.51.100.99').askLink('c@test.example').expect(429)
    await from('203.0.113.9').askLink('d@test.example').expect(202)
  })
  it('let everybody pass while Redis is down, and count again once it is back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thu-hoach-redis-'))
    const first = await startRedis(folder)
    await first.stop()
    const other = await openBeside(world, { redisUrl: first.url })
    const client = supertest(createApp(other.ports, other.http))
    const ask = () => client.post('/api/v1/sign-in-links').send({ login: 'e@test.example' })
    try {
      for (let time = 0; time < 10; time += 1) await ask().expect(202)
      const again = await startRedis(folder, { port: first.port })
      while ((await ask()).status === 202);
      await ask().expect(429)
      await again.stop()
      await ask().expect(202)
    } finally {
      await other.close()
      await rm(folder, { recursive: true, force: true })
    }
  })
})
