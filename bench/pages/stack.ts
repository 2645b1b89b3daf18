import { createServer } from 'node:http'
import express from 'express'
import { readSettings } from '../../config/index.ts'
import { openContainer } from '../../src/boot/open.ts'
import type { Grant } from '../../src/domain/permission.ts'
import type { Begun } from '../../src/embedded/servers.ts'
import { createApp } from '../../src/http/app.ts'
import type { Ports } from '../../src/ports/index.ts'
import { startServers } from '../servers.ts'
import { campaignNow, enrolPeople, UNITS } from '../upload/stack.ts'

const listen = async (handler: ReturnType<typeof express>, begun: Begun): Promise<string> => {
  const server = createServer(handler)
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  begun.push({
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => {
        server.close(resolve)
      })
    },
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

const PASSWORD = 'mật khẩu để đo'

/** Makes somebody, signs him in as a browser would, and gives his cookie. */
const cookieFor = async (
  ports: Ports,
  url: string,
  grants: readonly Grant[],
  cadre: string | null,
): Promise<string> => {
  const id = ports.random.id()
  const login = `${id}@bench.example`
  const passwordHash = await ports.passwords.hash(PASSWORD)
  const name = 'Nguyễn Thị Thắm'
  await ports.accounts.save({ id, login, name, grants, cadre, passwordHash, disabled: false, demo: false })
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  return cookie.split(';')[0] ?? ''
}

/** The real servers and the app itself in this process, with so many people in a province of two. */
export const startPages = async (folder: string, people: number, begun: Begun) => {
  const { environment } = await startServers(folder, begun)
  const container = await openContainer(readSettings(environment))
  begun.push({ stop: async () => container.close() })
  const { ports } = container
  await ports.transact(async tx => ports.units.save(UNITS, tx))
  const campaign = campaignNow(ports.clock.now())
  await ports.campaigns.insert(campaign)
  await enrolPeople(ports, campaign, people * UNITS.length)
  const [someone] = await ports.transact(async tx => ports.enrolments.after(campaign.code, '', 1, tx))
  const url = await listen(createApp(ports, container.http), begun)
  return {
    campaign: campaign.code,
    url,
    staff: await cookieFor(ports, url, [{ role: 'staff', units: ['hung-yen'] }], null),
    cadre: await cookieFor(ports, url, [], someone?.cadre ?? null),
  }
}

/** The floor: the same bytes, ready, from Express. */
export const startFloor = async (html: string, begun: Begun): Promise<string> =>
  listen(
    express().get('/', (_req, res) => {
      res.type('html').send(html)
    }),
    begun,
  )
