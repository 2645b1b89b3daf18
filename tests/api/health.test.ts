import { expect } from 'chai'
import supertest from 'supertest'
import { createApp } from '../../src/http/app.ts'
import { runWorker } from '../../workers/run.ts'
import { openBeside } from '../support/beside.ts'
import { openWorld, type World } from '../support/world.ts'

describe('health', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => world.close())

  const ready = (status: number) => world.as('nobody').get('/health/ready').expect(status)

  it('lives as soon as it answers', async () => {
    const answer = await world.as('nobody').get('/health/live').expect(200)
    expect(answer.body).to.deep.equal({ status: 'live' })
  })

  it('is ready with a worker, and names it without', async () => {
    const without = await ready(503)
    expect(without.body.problems[0].details.parts).to.deep.equal(['worker'])
    const worker = await runWorker(world.container)
    expect((await ready(200)).body).to.deep.equal({ status: 'ready', pauses: [] })
    const { breakers } = world.container.ports
    await breakers.fail('mail', '535 5.7.8 no such account', false, new Date('2018-12-07T02:00:00Z'))
    expect((await ready(200)).body.pauses, 'it may have been chance').to.deep.equal([])
    await breakers.pause('mail', new Date('2018-12-07T02:01:00Z'))
    expect((await ready(200)).body, 'people can hand in, mails wait').to.deep.equal({
      status: 'ready',
      pauses: [{ channel: 'mail', since: '2018-12-07T02:00:00.000Z', until: '2018-12-07T02:01:00.000Z' }],
    })
    await breakers.close('mail')
    await worker.stop()
  })

  it('is not ready without Redis, however well the rest is', async () => {
    const worker = await runWorker(world.container)
    const other = await openBeside(world, { redisUrl: 'redis://127.0.0.1:1' })
    const answer = await supertest(createApp(other.ports, other.http)).get('/health/ready').expect(503)
    expect(answer.body.problems[0].details.parts).to.deep.equal(['Redis'])
    await other.close()
    await worker.stop()
  })

  it('asks for no cookie and no token, and takes a wrong one for none', async () => {
    await world.as('nobody').get('/health/live').set('authorization', 'Bearer sai').expect(200)
  })
})
