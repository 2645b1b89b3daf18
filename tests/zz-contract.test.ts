import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect } from 'chai'
import { allRoutes } from '../src/http/routes.ts'
import { asked, nameOf } from './support/contract.ts'
import { openWorld, type World } from './support/world.ts'

/** Its name sorts it last: it looks back on what all the others asked. */
describe('the contract, looking back', () => {
  let world: World
  before(async function () {
    const loaded = new Set(this.test?.parent?.parent?.suites.map(suite => basename(suite.file ?? '')))
    const files = await readdir(new URL('api', import.meta.url))
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
