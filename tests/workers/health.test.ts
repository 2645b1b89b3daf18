import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import type { Container } from '../../src/container.ts'
import { createApp } from '../../src/http/app.ts'
import { runWorker } from '../../workers/run.ts'
import { openBeside } from '../support/beside.ts'
import { type Line, openLine } from '../support/line.ts'
import { openWorld, type World } from '../support/world.ts'

describe('health while servers fail', () => {
  let world: World
  let mongo: Line
  let redis: Line
  let house: Container
  let server: Server
  let url: string
  before(async () => {
    world = await openWorld()
    const uri = new URL(process.env['TEST_MONGODB_URI']!)
    uri.pathname = `/${world.db.databaseName}`
    uri.search = ''
    mongo = await openLine(uri.href)
    redis = await openLine(world.container.redis.url)
    house = await openBeside(world, { mongodbUri: `${mongo.url}?directConnection=true`, redisUrl: redis.url })
    server = createServer(createApp(house.ports, house.http)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`
  })
  after(async () => {
    server.closeAllConnections()
    server.close()
    // What hangs is thawed, so that it can be closed.
    for (const line of [mongo, redis]) {
      await line.cut()
      await line.mend()
    }
    await house.close()
    for (const line of [mongo, redis]) await line.cut()
    await world.close()
  })

  const ask = async (path: string) => {
    const answer = await fetch(`${url}/${path}`)
    const { code, detail, problems } = (await answer.json()) as {
      code?: string
      detail?: string
      problems?: { details: { parts: string[] } }[]
    }
    return { status: answer.status, code, detail, parts: problems?.[0]?.details.parts }
  }
  const until = async (status: number) => {
    for (;;) {
      const answer = await ask('ready')
      if (answer.status === status) return answer
      await pause(20)
    }
  }

  it('is ready with a worker, and not once it has stopped', async () => {
    expect(await until(503)).to.deep.equal({
      status: 503,
      code: 'not-ready',
      detail: 'Hệ thống đang khởi động hoặc tạm gián đoạn: worker.',
      parts: ['worker'],
    })
    const worker = await runWorker(world.container)
    await until(200)
    await worker.stop()
    expect((await ask('ready')).parts).to.deep.equal(['worker'])
    await world.container.ports.heartbeats.beat('one that stays')
  })

  it('names Redis while it is away, and is ready again after', async () => {
    await redis.cut()
    expect((await until(503)).parts).to.deep.equal(['Redis'])
    await redis.mend()
    await until(200)
  })

  it('answers while the servers hang, naming both', async () => {
    redis.freeze()
    mongo.freeze()
    expect((await ask('ready')).parts).to.deep.equal(['MongoDB', 'Redis'])
    expect(await ask('live')).to.include({ status: 200 })
  })

  it('takes a worker that was not heard of for ten seconds for dead', async () => {
    const beats = world.db.collection<{ _id: string; at: Date }>('heartbeats')
    await beats.updateOne({ _id: 'one that stays' }, { $set: { at: new Date(Date.now() - 11_000) } })
    expect(await world.container.ports.heartbeats.countAlive(10_000)).to.equal(0)
  })
})
