import { expect } from 'chai'
import supertest from 'supertest'
import { z } from 'zod'
import { allRoutes } from '../../src/http/routes.ts'
import { holdToContract, nameOf } from '../support/contract.ts'
import { openWorld, type World } from '../support/world.ts'

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
  readonly security: readonly unknown[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

describe('the API as it is described', () => {
  let world: World
  let document: Document
  before(async () => {
    world = await openWorld()
    document = (await world.as('nobody').get('/api/openapi.json').expect(200)).body
  })
  after(async () => world.close())

  const at = (pointer: string): unknown =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document)

  it('is OpenAPI 3.1 of every route, its parameters, answers and refusals', () => {
    expect(document.openapi).to.match(/^3\.1\./)
    for (const route of allRoutes(world.container.ports)) {
      const operation = document.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method]
      expect(operation, nameOf(route)).not.to.equal(undefined)
      expect(Object.keys(operation!.responses)).to.include.members([
        ...Object.keys(route.answers),
        '401',
        '500',
      ])
      expect(operation!.security.length > 0).to.equal(route.access !== 'public')
      const declared = (operation!.parameters ?? []).filter(({ in: place }) => place === 'path')
      const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
      expect(
        declared.map(({ name }) => name),
        nameOf(route),
      ).to.have.members(named)
    }
  })

  it('refers to nothing that is not in it', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(
      ([, pointer]) => pointer!,
    )
    expect(pointers).to.include('/components/schemas/Problem')
    for (const pointer of new Set(pointers)) expect(at(pointer), pointer).to.be.an('object')
  })

  it('is a page whose every part comes from this host', async () => {
    const page = await world.as('nobody').get('/api/docs').expect(200)
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)
    expect(parts).to.have.length(4)
    for (const part of parts) await supertest(world.url).get(part).expect(200)
    expect(page.text).not.to.match(/<script>|<style|style=/)
    await world.as('nobody').get('/api/docs/index.html').expect(404)
  })

  it('names the methods of an address that is asked in another way', async () => {
    const answer = await world.as('admin').put('/api/v1/campaigns').expect(405)
    expect(answer.headers['allow']).to.equal('GET, POST')
    expect(answer.body.code).to.equal('method-not-allowed')
    const asked = await world.as('nobody').options('/api/v1/campaigns').expect(204)
    expect(asked.headers['allow']).to.equal('GET, POST')
  })

  it('has problem documents for what comes before any route', async () => {
    const post = () => world.as('admin').post('/api/v1/campaigns')
    const body = '{"code": '
    await world.as('admin').get('/api/v1/khong-co').expect(404)
    await world.as('admin').get('/api/v1/campaigns/%ff').expect(404)
    await post().type('json').send(body).expect(400)
    await post().type('application/json; charset=tcvn3').send('{}').expect(415)
    await post()
      .type('json')
      .send(JSON.stringify({ code: 'x'.repeat(2_100_000) }))
      .expect(413)
    await world.as('nobody').get('/api/v1/campaigns').set('authorization', 'Bearer sai').expect(401)
  })

  it('is what the tests hold every answer to: nothing undeclared slips through', async () => {
    const routes = allRoutes(world.container.ports)
    const list = routes.find(route => nameOf(route) === 'GET /api/v1/campaigns')
    const claims = {
      'a status it does not name': { ...list!, answers: {} },
      'less than it says': { ...list!, answers: { 200: z.array(z.object({ code: z.string() })) } },
      'another type': { ...list!, answers: { 200: z.object({}) } },
      'a body': { ...list!, answers: { 200: null } },
      'other bytes': { ...list!, answers: { 200: { bytes: 'text/csv' } } },
    }
    for (const [what, claim] of Object.entries(claims)) {
      const client = supertest.agent(world.url).set('authorization', 'Bearer token-admin')
      client.use(holdToContract([claim]))
      const failure = await client.get('/api/v1/campaigns').then(
        () => null,
        (error: Error) => error.message,
      )
      expect(failure, what).to.match(
        /^GET \/api\/v1\/campaigns answered 200, which its contract does not say/,
      )
    }
    const client = supertest.agent(world.url).set('authorization', 'Bearer token-cadre')
    const forbidden = routes
      .filter(route => nameOf(route) === 'POST /api/v1/campaigns')
      .map(route => ({ ...route, access: 'signed-in' as const }))
    client.use(holdToContract(forbidden))
    const failure = await client.post('/api/v1/campaigns').then(
      () => null,
      (error: Error) => error.message,
    )
    expect(failure).to.match(/declared refusals/)
  })
})
