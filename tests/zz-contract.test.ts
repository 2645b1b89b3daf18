import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { allRoutes } from '../src/http/routes.ts'
import { asked, nameOf } from './support/contract.ts'
import { openWorld, type World } from './support/world.ts'

/** Its name sorts it last: it looks back on what all the others asked. */
describe('the contract, looking back', () => {
  let world: World
  before(async function () {
    const loaded = new Set(this.test?.parent?.parent?.suites.map(({ file }) => file))
    const folder = new URL('api', import.meta.url).pathname
    const files = (await readdir(folder)).map(file => join(folder, file))
    // A part of the tests says nothing about the whole.
    if (!files.every(file => loaded.has(file))) this.skip()
    world = await openWorld()
  })
  after(async () => world?.close())

  it('was held for every route: each was asked, and answered what it is for', () => {
    const never: string[] = []
    for (const route of allRoutes(world.container.ports)) {
      const statuses = asked.get(nameOf(route)) ?? new Set()
      if (!Object.keys(route.answers).some(status => statuses.has(Number(status))))
        never.push(`${nameOf(route)}: ${[...statuses].join(', ') || 'never asked'}`)
    }
    expect(never).to.deep.equal([])
  })
})
