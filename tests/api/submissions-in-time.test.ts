import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { pdf, send } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

describe('handing in is judged by the time of arrival', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })
  beforeEach(() => world.clock.set('2018-12-07T02:00:00Z'))

  const extended = '2018-12-20T10:00:00Z'
  const cases = [
    ['before the opening', '2018-12-06T00:59:59Z', null, 'campaign-not-open'],
    ['at the opening', '2018-12-06T01:00:00Z', null, 'on time'],
    ['at the due date', '2018-12-14T10:00:00Z', null, 'on time'],
    ['within the grace', '2018-12-14T10:05:00Z', null, 'on time'],
    ['after the grace', '2018-12-14T10:05:01Z', null, 'late'],
    ['after the due date, extended', '2018-12-14T10:05:01Z', extended, 'on time'],
    ['after the extended due date', '2018-12-20T10:05:01Z', extended, 'late'],
    ['at the closing, within the grace', '2018-12-31T10:05:00Z', null, 'late'],
    ['after the closing', '2018-12-31T10:05:01Z', null, 'campaign-closed'],
    ['after the closing, extended', '2019-01-05T00:00:00Z', '2019-01-10T10:00:00Z', 'on time'],
  ] as const
  for (const [when, at, dueAt, outcome] of cases)
    it(`${when}: ${outcome}`, async () => {
      const { id } = await enrol(world)
      if (dueAt !== null)
        await world
          .as('staff.hung-yen')
          .post('/api/v1/campaigns/nghi-quyet-12-cdvn/extensions')
          .send({ enrolment: id, dueAt, reason: 'đi công tác' })
          .expect(201)
      world.clock.set(at)
      const answer = await send(world, id, 'CD1', pdf(), 'a.pdf')
      if (answer.status === 201) expect(answer.body.receipts[0].late ? 'late' : 'on time').to.equal(outcome)
      else expect(answer.body.code).to.equal(outcome)
    })

  it('names every reason at once, and reads nothing', async () => {
    const { id } = await enrol(world)
    await world
      .as('staff.hung-yen')
      .post('/api/v1/campaigns/nghi-quyet-12-cdvn/exemptions')
      .send({ enrolment: id, reason: 'thai sản' })
      .expect(201)
    world.clock.set('2019-02-01T00:00:00Z')
    const answer = await send(world, id, 'CD1', pdf(), 'a.pdf').expect(409)
    expect(answer.body.problems.map((p: { code: string }) => p.code)).to.deep.equal([
      'campaign-closed',
      'exempt-from-writing',
    ])
  })
})
