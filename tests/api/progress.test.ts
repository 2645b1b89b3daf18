import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/api/v1/campaigns/nghi-quyet-12-cdvn'

describe('progress', () => {
  let world: World
  let office: Enrolment
  let lam: Enrolment
  let giang: Enrolment
  before(async () => {
    world = await openWorld()
    office = await enrol(world, { unit: 'hung-yen' })
    lam = await enrol(world, { unit: 'hung-yen-van-lam' })
    giang = await enrol(world, { unit: 'hung-yen-van-giang' })
    await enrol(world, { unit: 'hai-duong-chi-linh' })
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const handIn = async ({ id }: Enrolment, ...topics: string[]) =>
    world
      .as('admin')
      .post(`${CAMPAIGN}/enrolments/${id}/submissions`)
      .send({ topics, text: 'Nhận thức, liên hệ bản thân và giải pháp của tôi trong thời gian tới.' })
      .expect(201)

  const progress = async (unit: string) => {
    await world.settle()
    return (await world.as('admin').get(`${CAMPAIGN}/progress?unit=${unit}`).expect(200)).body
  }

  const topOf = async (who: Parameters<World['as']>[0]) =>
    (await world.as(who).get(`${CAMPAIGN}/progress`).expect(200)).body.unit.code
  /** Documents the database examined for one page, by its own record. */
  const examined = async () => {
    await world.settle()
    await world.db.command({ profile: 2 })
    await world.as('staff.hung-yen').get(`${CAMPAIGN}/progress?unit=hung-yen`).expect(200)
    await world.db.command({ profile: 0 })
    const seen = await world.db
      .collection('system.profile')
      .find({ op: { $in: ['query', 'command'] }, docsExamined: { $exists: true } })
      .toArray()
    await world.db.collection('system.profile').drop()
    const collections = seen.map(entry => String(entry['ns']).split('.')[1])
    expect(collections).not.to.include.members(['enrolments'])
    expect(collections).not.to.include.members(['versions'])
    expect(collections).to.include('unit-totals')
    return seen.reduce((sum, entry) => sum + Number(entry['docsExamined']), 0)
  }

  it('adds people and essays up the tree, by topic too', async () => {
    await handIn(office, 'CD1', 'CD2', 'CD3', 'CD4', 'CD5')
    await handIn(lam, 'CD1', 'CD3')
    world.clock.set('2018-12-20T02:00:00Z')
    await handIn(giang, 'CD1')
    const answer = await progress('hung-yen')
    expect(answer.unit).to.deep.equal({ code: 'hung-yen', name: 'LĐLĐ tỉnh Hưng Yên' })
    expect(answer.totals).to.deep.equal({
      people: 3,
      exempt: 0,
      expected: 15,
      submitted: 8,
      onTime: 7,
      late: 1,
      missing: 7,
      percent: 53.3,
      complete: 1,
      partial: 2,
      nothing: 0,
    })
    expect(answer.topics).to.deep.equal([
      { topic: 'CD1', submitted: 3, onTime: 2, late: 1, missing: 0 },
      { topic: 'CD2', submitted: 1, onTime: 1, late: 0, missing: 2 },
      { topic: 'CD3', submitted: 2, onTime: 2, late: 0, missing: 1 },
      { topic: 'CD4', submitted: 1, onTime: 1, late: 0, missing: 2 },
      { topic: 'CD5', submitted: 1, onTime: 1, late: 0, missing: 2 },
    ])
    expect(answer.days).to.deep.equal([
      { day: '2018-12-07', onTime: 7, late: 0 },
      { day: '2018-12-20', onTime: 0, late: 1 },
    ])
    expect(answer.own).to.include({ people: 1, submitted: 5, percent: 100 })
    const children = answer.children.map((c: { unit: { code: string }; totals: { submitted: number } }) => [
      c.unit.code,
      c.totals.submitted,
    ])
    expect(children).to.deep.equal([
      ['hung-yen-van-giang', 1],
      ['hung-yen-van-lam', 2],
    ])
    expect((await progress('tld')).totals).to.include({ people: 4, expected: 20, submitted: 8 })
  })

  it('says as of when, and moves on while nothing changes', async () => {
    world.clock.set('2018-12-20T03:00:00Z')
    expect((await progress('hung-yen')).asOf).to.equal('2018-12-20T03:00:00.000Z')
    world.clock.set('2018-12-20T03:00:01Z')
    expect((await progress('hung-yen')).asOf).to.equal('2018-12-20T03:00:01.000Z')
    const later = (await world.as('admin').get(`${CAMPAIGN}/progress`).expect(200)).body
    expect(later.asOf, 'not before somebody counted').to.equal('2018-12-20T03:00:01.000Z')
  })

  it('has everything from before "as of" in it, and never says so too early', async () => {
    world.clock.set('2018-12-20T04:00:00Z')
    await handIn(lam, 'CD2')
    const before = (await world.as('admin').get(`${CAMPAIGN}/progress?unit=hung-yen`).expect(200)).body
    expect(before.asOf < '2018-12-20T04:00:00.000Z').to.equal(true)
    expect(before.totals.submitted).to.equal(8)
    const after = await progress('hung-yen')
    expect(after.asOf).to.equal('2018-12-20T04:00:00.000Z')
    expect(after.totals).to.include({ submitted: 9, late: 2 })
  })

  it('without a unit shows the highest the actor reaches', async () => {
    expect(await topOf('admin')).to.equal('tld')
    expect(await topOf('trainer')).to.equal('tld')
    expect(await topOf('staff.hung-yen')).to.equal('hung-yen')
  })

  it('does not exist for another province, nor where there is no such unit or campaign', async () => {
    for (const unit of ['hung-yen', 'hung-yen-van-lam', 'tld', 'khong-co']) {
      const answer = await world.as('staff.hai-duong').get(`${CAMPAIGN}/progress?unit=${unit}`).expect(404)
      expect(answer.body.code).to.equal('not-found')
    }
    await world.as('admin').get('/api/v1/campaigns/khong-co/progress').expect(404)
    await world.as('cadre').get(`${CAMPAIGN}/progress`).expect(403)
    await world.as('nobody').get(`${CAMPAIGN}/progress`).expect(401)
  })

  it('shows the units of the time of the campaign, and those that have people', async () => {
    const { ports } = world.container
    const merged = (await ports.units.byCodes(['hung-yen-van-lam']))[0]!
    const later = {
      ...merged,
      code: 'hung-yen-moi',
      path: ['tld', 'hung-yen', 'hung-yen-moi'],
      validFrom: '2025-07-01',
    }
    await ports.transact(async tx => ports.units.save([later, { ...merged, validTo: '2018-01-01' }], tx))
    const codes = (await progress('hung-yen')).children.map((c: { unit: { code: string } }) => c.unit.code)
    expect(codes).to.have.members(['hung-yen-van-giang', 'hung-yen-van-lam'])
  })

  it('costs the same with ten times the people and essays', async () => {
    const few = await examined()
    for (let i = 0; i < 30; i += 1)
      await handIn(await enrol(world, { unit: 'hung-yen-van-lam' }), 'CD1', 'CD2')
    expect(await examined()).to.equal(few)
  })
})
