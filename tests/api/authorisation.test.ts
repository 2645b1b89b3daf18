import { expect } from 'chai'
import { ROLES, type Role } from '../../src/domain/permission.ts'
import type { Route } from '../../src/http/route.ts'
import { allRoutes } from '../../src/http/routes.ts'
import { enrol } from '../support/builders.ts'
import type { CastName } from '../support/cast.ts'
import { nameOf } from '../support/contract.ts'
import { DOCX } from '../support/reporting.ts'
import {
  type Ask,
  asksForObjects,
  makeObjects,
  type Objects,
  PERSON,
  rowOf,
  SCOPE,
} from '../support/scope.ts'
import { openWorld, type World } from '../support/world.ts'

const OF_HUNG_YEN: Readonly<Record<Role, CastName>> = {
  admin: 'admin',
  staff: 'staff.hung-yen',
  trainer: 'trainer.hung-yen',
  cadre: 'cadre',
}
const OF_HAI_DUONG: readonly (readonly [Role, CastName])[] = [
  ['staff', 'staff.hai-duong'],
  ['trainer', 'trainer.hai-duong'],
  ['cadre', 'cadre'],
]

describe('who may do what', () => {
  let world: World
  let routes: readonly Route[]
  let objects: Objects
  before(async () => {
    world = await openWorld()
    routes = allRoutes(world.container.ports)
    await enrol(world, { cadre: 'cadre-1', unit: 'hai-duong-chi-linh' })
    objects = await makeObjects(world)
  })
  after(async () => world.close())

  const ask = (who: CastName | 'nobody', { method, path }: Route, row: Ask = {}) => {
    const address = path
      .replace(':c', 'nghi-quyet-12-cdvn')
      .replaceAll(/:(\w+)/g, (_, name: string) => row.path?.[name] ?? 'x')
    const client = world.as(who)
    const request = client[method](address).query(row.query ?? {})
    if (row.body !== undefined) return request.send(row.body)
    if (row.fields === undefined) return request
    for (const [name, value] of Object.entries(row.fields)) request.field(name, value)
    const isRoster = /roster-(imports|previews)$/.test(path)
    return request.attach(
      'file',
      isRoster ? Buffer.from('Họ và tên\nLê Văn A\n') : DOCX,
      isRoster ? 'a.csv' : 'a.docx',
    )
  }

  it('is declared by every route, and open to anybody only here', () => {
    for (const { access } of routes)
      if (typeof access === 'object') expect(ROLES).to.include.members([...access])
    expect(routes.filter(({ access }) => access === 'public').map(rowOf)).to.have.members([
      'POST /session',
      'POST /sign-in-links',
      'POST /sign-in-links/consume',
      'POST /email-changes/consume',
      'GET /receipts/:code',
      'POST /mail-bounces',
      'POST /mail-bounces/messages',
      'GET /health/live',
      'GET /health/ready',
      'GET /api/openapi.json',
      'GET /api/docs',
    ])
    expect(routes.filter(({ access }) => access === 'signed-in').map(rowOf)).to.have.members([
      'GET /session',
      'DELETE /session',
      'POST /tokens',
      'GET /tokens',
      'DELETE /tokens/:id',
      'GET /campaigns',
      'GET /campaigns/:c',
    ])
  })

  it('401 to nobody, wherever signing in is asked for', async () => {
    const wrong: string[] = []
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      const { status } = await ask('nobody', route)
      if (status !== 401) wrong.push(`${nameOf(route)}: ${status}`)
    }
    expect(wrong).to.deep.equal([])
  })

  it('403 to every role that a route is not for', async () => {
    const wrong: string[] = []
    let pairs = 0
    for (const route of routes)
      for (const role of ROLES) {
        if (!Array.isArray(route.access) || route.access.includes(role)) continue
        pairs += 1
        const { status } = await ask(OF_HUNG_YEN[role], route)
        if (status !== 403) wrong.push(`${nameOf(route)} as ${role}: ${status}`)
      }
    expect(wrong).to.deep.equal([])
    expect(pairs).to.be.above(30)
  })

  it('has a row of scope for exactly the routes that can be asked for somebody’s object', () => {
    const own = 'DELETE /tokens/:id'
    const expected = routes.filter(asksForObjects).map(rowOf)
    expect([...Object.keys(SCOPE), own]).to.have.members(expected)
  })

  it('404 to another province, whatever his role, for what its own staff can reach', async () => {
    const wrong: string[] = []
    for (const [name, rows] of Object.entries(SCOPE)) {
      const route = routes.find(known => rowOf(known) === name)!
      for (const row of rows(objects)) {
        for (const [role, who] of OF_HAI_DUONG) {
          if (!route.access.includes(role)) continue
          const { status } = await ask(who, route, row)
          if (status !== 404) wrong.push(`${name} as ${who}, ${JSON.stringify(row)}: ${status}`)
        }
        const own = row.own ?? (route.access.includes('staff') ? 'staff.hung-yen' : 'trainer.hung-yen')
        const { status } = await ask(own, route, row)
        if ([400, 401, 403, 404].includes(status) || status >= 500)
          wrong.push(`${name} as ${own}, ${JSON.stringify(row)}: ${status}`)
      }
    }
    expect(wrong).to.deep.equal([])
  })

  it('nothing of another province in lists and sums', async () => {
    const { enrolment, extension, exemption, wave, report, rosterPreview, gathering } =
      await makeObjects(world)
    const secrets = [PERSON, enrolment, extension, exemption, wave, report, rosterPreview, gathering]
    const lists = routes.filter(
      ({ method, path, access }) => method === 'get' && Array.isArray(access) && !/:(?!c\b)/.test(path),
    )
    expect(lists.length).to.be.above(6)
    const seen = new Set<string>()
    for (const route of lists)
      for (const [who, isForeign] of [
        ['staff.hai-duong', true],
        ['staff.hung-yen', false],
      ] as const) {
        // A file has none.
        const { text }: { text?: string } = await ask(who, route)
        for (const secret of secrets.filter(one => text?.includes(one)))
          if (isForeign) expect.fail(`${nameOf(route)} shows ${who} ${secret}`)
          else seen.add(secret)
      }
    // Its own staff see all of it there: the search would have found it.
    expect([...seen]).to.have.members(secrets)
  })
})
