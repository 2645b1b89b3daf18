import { createServer } from 'node:http'
import { expect } from 'chai'
import { pino } from 'pino'
import supertest from 'supertest'
import { createApp } from '../../src/http/app.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the log of requests', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  it('says what was asked and answered, and gives no secret away', async () => {
    const { ports, http } = world.container
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: line => lines.push(line) })
    const secrets = { bearer: 'token-admin', cookie: 'thu-hoach=s%3Abimat', link: ports.random.secret() }
    const client = supertest(createServer(createApp(ports, { ...http, log })))
    await client
      .get('/api/v1/campaigns')
      .set('Authorization', `Bearer ${secrets.bearer}`)
      .set('Cookie', secrets.cookie)
      .expect(200)
    await client.get(`/dang-nhap/${secrets.link}`)

    const told = lines.map(line => JSON.parse(line)).filter(({ req }) => req !== undefined)
    expect(told.map(({ req }) => `${req.method} ${req.url}`)).to.deep.equal([
      'GET /api/v1/campaigns',
      'GET /dang-nhap/…',
    ])
    expect(told[0].res).to.deep.equal({ statusCode: 200 })
    for (const secret of Object.values(secrets)) expect(lines.join()).not.to.include(secret)
  })
})
