import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { sha256 } from '../../src/crypto/sha256.ts'
import { type Answer, fixture, importRows, openWorldWithUnits, ROSTERS } from '../support/rosters.ts'
import type { World } from '../support/world.ts'

interface Expected {
  people: number
  byUnit: Record<string, number>
  rejected: { row: number; why: string }[]
  warned: { row: number; why: string }[]
  personWithTwoPosts?: string
}

const expected = JSON.parse(await readFile(new URL('expected.json', ROSTERS), 'utf8')) as Record<
  string,
  Expected
>

const CODES: Record<string, string> = {
  'no name': 'row-without-name',
  'unit not known': 'unit-not-known',
  'mail is not an address': 'email-not-valid',
  '31/02 does not exist': 'birth-not-valid',
}
const codesOf = (list: { row: number; why: string }[]) => list.map(({ row, why }) => [row, CODES[why]])
const rowsOf = (list: Answer['rejected']) => list.map(({ row, code }) => [row, code])

interface Person {
  name: string
  unit: string
  posts: string[]
}

const peopleOf = async (world: World): Promise<Person[]> => {
  const people: Person[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { body: { items: Person[]; nextCursor: string | null } } = await world
      .as('staff.hung-yen')
      .get('/api/v1/campaigns/nghi-quyet-12-cdvn/enrolments')
      .query({ unit: 'hung-yen', limit: '200', ...(cursor === '' ? {} : { cursor }) })
      .expect(200)
    people.push(...page.body.items)
    cursor = page.body.nextCursor
  }
  return people
}

/** Every document of every collection, by its name. Left out is when a token was last used. */
const databaseOf = async ({ db }: World): Promise<Record<string, string>> => {
  const names = (await db.listCollections().toArray()).map(({ name }) => name).sort()
  const dumps = names
    .filter(name => name !== 'tokens')
    .map(async name => {
      const documents = await db.collection(name).find().sort({ _id: 1 }).toArray()
      return [name, sha256(JSON.stringify(documents))] as const
    })
  return Object.fromEntries(await Promise.all(dumps))
}

for (const [name, wanted] of Object.entries(expected)) {
  describe(`roster ${name}`, () => {
    let world: World
    let bytes: Buffer
    let dry: Answer
    let first: Answer
    before(async () => {
      world = await openWorldWithUnits()
      bytes = await fixture(name)
    })
    after(async () => world.close())

    it('is tried without a trace', async () => {
      const before = await databaseOf(world)
      dry = await importRows(world, bytes, { name, isDryRun: true })
      expect(await databaseOf(world)).to.deep.equal(before)
    })

    it('gives the outcome written beside it', async () => {
      first = await importRows(world, bytes, { name })
      expect(first).to.deep.equal(dry)
      expect(first.created).to.equal(wanted.people)
      expect(rowsOf(first.rejected)).to.deep.equal(codesOf(wanted.rejected))
      expect(rowsOf(first.warnings)).to.deep.equal(codesOf(wanted.warned))
      expect(first.rows).to.equal(first.created + first.merged + first.rejected.length)
      const people = await peopleOf(world)
      const byUnit: Record<string, number> = {}
      const names = new Map((await world.container.ports.units.all()).map(({ code, name }) => [code, name]))
      for (const { unit } of people) byUnit[names.get(unit)!] = (byUnit[names.get(unit)!] ?? 0) + 1
      expect(byUnit).to.deep.equal(wanted.byUnit)
      if (wanted.personWithTwoPosts !== undefined) {
        const twice = people.filter(person => person.name === wanted.personWithTwoPosts)
        expect(twice.map(person => person.posts.length)).to.deep.equal([2])
        expect(twice[0]?.unit).to.equal('hung-yen-co-quan')
        expect(first.merged).to.equal(1)
      }
    })

    it('changes nothing the second time', async () => {
      const { audit: _before, ...before } = await databaseOf(world)
      const second = await importRows(world, bytes, { name })
      expect(second).to.deep.equal({ ...first, created: 0, unchanged: wanted.people })
      const { audit: _after, ...after } = await databaseOf(world)
      expect(after).to.deep.equal(before)
    })
  })
}
