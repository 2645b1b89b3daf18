import { expect } from 'chai'
import { tallyOf } from '../../src/domain/completion.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { CAMPAIGN, UNITS } from '../support/cast.ts'
import { enrolCrowd, growTree } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const PAGE = `/dot/${CAMPAIGN.code}/don-vi/hung-yen`
const PEOPLE = 1500

describe('the overview of the largest province', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    await enrolCrowd(world, PEOPLE, await growTree(world))
  })
  after(async () => world.close())

  /** Everybody has handed in so many versions of each of these topics, and nothing else. */
  const handInAll = async (topics: readonly string[], versions: number): Promise<void> => {
    const { db } = world
    const people = await db
      .collection<{ _id: string }>('enrolments')
      .find({}, { projection: { _id: 1 } })
      .toArray()
    await db.collection('versions').deleteMany({})
    await db.collection('versions').insertMany(
      people.flatMap(({ _id }) =>
        topics.flatMap(topic =>
          Array.from({ length: versions }, (_, n) => ({
            ...{ enrolment: _id, topic, number: n + 1, receipt: `${_id}-${topic}-${n}` },
          })),
        ),
      ),
    )
    const submittedAt = world.clock.now()
    const head = { state: 'submitted', version: versions, submittedAt, late: false } as const
    const heads: Enrolment['heads'] = Object.fromEntries(topics.map(topic => [topic, head]))
    const tally = tallyOf(CAMPAIGN, heads, false)
    await db
      .collection('enrolments')
      .updateMany({}, [{ $set: { heads: { $literal: heads }, tally, recount: ['$unit'] } }])
    await world.settle()
  }

  /** What the database looked at for one showing of the page, as its own profiler counted. */
  const cost = async () => {
    const { db } = world
    await db.command({ profile: 2 })
    const answer = await fetch(world.url + PAGE, {
      headers: { Authorization: 'Bearer token-staff.hung-yen' },
    })
    await db.command({ profile: 0 })
    expect(answer.status).to.equal(200)
    expect(await answer.text()).to.include('LĐLĐ tỉnh Hưng Yên')
    const seen = await db
      .collection('system.profile')
      .find({ docsExamined: { $exists: true } })
      .toArray()
    await db.collection('system.profile').drop()
    const sum = (field: string) => seen.reduce((total, entry) => total + (entry[field] ?? 0), 0)
    return { documents: sum('docsExamined'), keys: sum('keysExamined'), queries: seen.length }
  }

  it('costs the same number of examined documents with ten times the essays', async () => {
    await handInAll(['CD1'], 1)
    await cost()
    const few = await cost()
    expect(few.queries).to.be.above(2)
    expect(few.documents).to.be.within(1, 200)
    await handInAll(['CD1', 'CD2'], 5)
    expect(await world.db.collection('versions').countDocuments()).to.equal(10 * PEOPLE)
    await cost()
    expect(await cost()).to.deep.equal(few)
  })
})

describe('the preview of a change of a campaign', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const preview = async (body: object) =>
    (await world.as('admin').post(`/api/v1/campaigns/${CAMPAIGN.code}/previews`).send(body).expect(200)).body
  const looked = async (body: object): Promise<number> => {
    await world.db.command({ profile: 2 })
    await preview(body)
    await world.db.command({ profile: 0 })
    const profile = world.db.collection('system.profile')
    const [sum] = await profile
      .aggregate([{ $group: { _id: null, examined: { $sum: '$docsExamined' } } }])
      .toArray()
    await profile.drop()
    return Number(sum!['examined'])
  }

  it('looks at nobody where what is owed stays, and says the same as a walk through everybody', async () => {
    const dates = { dueAt: '2018-12-20T10:00:00Z', name: 'Đợt mới' }
    await enrolCrowd(world, 30, await growTree(world))
    await world.settle()
    await looked(dates)
    const few = await looked(dates)
    await enrolCrowd(world, 300, UNITS.slice(2, 4))
    await world.settle()
    expect(await looked(dates)).to.be.at.most(few)
    expect(await looked({ ...dates, requiredTopics: 2 })).to.be.at.least(330)

    const path = `/api/v1/campaigns/${CAMPAIGN.code}/progress`
    const { totals, topics } = (await world.as('admin').get(path).expect(200)).body
    const stillLate = topics.reduce((sum: number, topic: { late: number }) => sum + topic.late, 0)
    expect(totals.complete).to.be.greaterThan(0)
    expect(stillLate).to.be.greaterThan(0)
    for (const body of [dates, { ...dates, requiredTopics: 4 }])
      expect(await preview(body)).to.include({ stillLate, completeBefore: totals.complete })
  })
})
