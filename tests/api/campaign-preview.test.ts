import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, type CastName } from '../support/cast.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

const LATER = { dueAt: '2018-12-20T10:00:00Z' }

describe('what a change of a campaign moves', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const preview = async (body: object) =>
    (await world.as('admin').post(`${CAMPAIGN_PATH}/previews`).send(body).expect(200)).body
  const change = async (body: object) => world.as('admin').patch(CAMPAIGN_PATH).send(body).expect(200)
  const submitAt = async (at: string, id: string, ...topics: string[]) => {
    world.clock.set(at)
    const { receipts } = (
      await world
        .as('admin')
        .post(`${CAMPAIGN_PATH}/enrolments/${id}/submissions`)
        .send({ topics, text: 'Bài thu hoạch của tôi.' })
        .expect(201)
    ).body
    return receipts[0].code as string
  }
  const receipt = async (code: string) =>
    (await world.as('nobody').get(`/api/v1/receipts/${code}`).expect(200)).body
  const totals = async () =>
    (await world.as('admin').get(`${CAMPAIGN_PATH}/progress`).expect(200)).body.totals

  it('is told before, and then done: what was judged when it arrived stays judged, whichever way the date moves', async () => {
    const { id } = await enrol(world)
    const punctual = await submitAt('2018-12-13T00:00:00Z', id, 'CD1')
    const late = await submitAt('2018-12-18T00:00:00Z', id, 'CD2', 'CD3')
    await world.settle()
    expect(await totals()).to.include({ onTime: 1, late: 2 })

    const told = await preview(LATER)
    expect(told).to.include({ stillLate: 2, completeBefore: 0, completeAfter: 0 })
    expect(told.fields).to.deep.equal(['dueAt'])
    // Counted person by person, where what is owed changes: the same.
    const walked = await preview({ ...LATER, requiredTopics: 3 })
    expect(walked).to.include({ stillLate: 2, completeBefore: 0, completeAfter: 1 })
    expect((await world.as('admin').get(CAMPAIGN_PATH)).body.dueAt).to.equal(CAMPAIGN.dueAt.toISOString())

    await change(LATER)
    const since = await submitAt('2018-12-18T00:00:00Z', id, 'CD4')
    await change({ dueAt: '2018-12-10T10:00:00Z' })
    await world.settle()
    expect(await totals()).to.include({ onTime: 2, late: 2 })
    expect(await receipt(punctual)).to.deep.include({ late: false })
    expect(await receipt(late)).to.deep.include({ late: true })
    expect(await receipt(since)).to.deep.include({ late: false })
  })

  it('counts who will have written enough, the reminders that move, extensions and requests that need not be', async () => {
    const { id, cadre } = await enrol(world, { cadre: 'cadre-1' })
    expect(cadre).to.equal('cadre-1')
    await submitAt('2018-12-08T00:00:00Z', id, 'CD1', 'CD2')
    await enrol(world)
    const extend = async (dueAt: string, unit: string) =>
      world.as('admin').post(`${CAMPAIGN_PATH}/extensions`).send({ unit, dueAt, reason: 'bão' }).expect(201)
    await extend('2018-12-18T10:00:00Z', 'hung-yen')
    await extend('2018-12-22T10:00:00Z', 'hai-duong')
    await world
      .as('cadre')
      .post(`${CAMPAIGN_PATH}/extension-requests`)
      .send({ dueAt: '2018-12-19T10:00:00Z', reason: 'ốm' })
      .expect(201)
    const told = await preview({ ...LATER, requiredTopics: 2, name: 'Đợt mới', reports: { afterDue: true } })
    expect(told).to.include({
      stillLate: 0,
      completeBefore: 0,
      completeAfter: 1,
      needlessExtensions: 1,
      needlessRequests: 1,
    })
    expect(told.fields).to.have.members(['name', 'dueAt', 'requiredTopics', 'reports'])
    expect(told.reminders).to.deep.equal({
      dropped: ['2018-12-11T01:00:00.000Z', '2018-12-21T01:00:00.000Z', '2018-12-28T01:00:00.000Z'],
      added: ['2018-12-17T01:00:00.000Z', '2018-12-19T01:00:00.000Z', '2018-12-27T01:00:00.000Z'],
    })
    expect(told.reports).to.deep.equal({ dropped: [], added: ['2018-12-21T01:00:00.000Z'] })
    expect(told.after).to.include({ name: 'Đợt mới' })
  })

  it('is refused with what is wrong, as the change itself would be', async () => {
    const { id } = await enrol(world)
    await submitAt('2018-12-08T00:00:00Z', id, 'CD2')
    const topics = CAMPAIGN.topics.filter(({ code }) => code !== 'CD2')
    const ask = (who: CastName, path: string, body: object) =>
      world.as(who).post(`/api/v1/campaigns/${path}/previews`).send(body)
    const refused = await ask('admin', CAMPAIGN.code, { topics, dueAt: '2020-01-01T00:00:00Z' }).expect(422)
    expect(refused.body.problems.map(({ code }: { code: string }) => code)).to.deep.equal([
      'campaign-dates-not-in-order',
      'campaign-topics-in-use',
    ])
    await ask('admin', 'khong-co', {}).expect(404)
    await ask('staff.hung-yen', CAMPAIGN.code, {}).expect(403)
  })

  it('a new one begins with all of the last, on dates that lie ahead', async () => {
    world.clock.set('2019-11-20T02:00:00Z')
    const { body } = await world.as('admin').get(`${CAMPAIGN_PATH}/successor`).expect(200)
    expect(body).to.deep.include({ code: 'nghi-quyet-12-cdvn-2019', opensAt: '2019-11-21T01:00:00.000Z' })
    await world.as('admin').post('/api/v1/campaigns').send(body).expect(201)
    await world.as('staff.hung-yen').get(`${CAMPAIGN_PATH}/successor`).expect(403)
  })
})
