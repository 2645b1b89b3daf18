import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/api/v1/campaigns/nghi-quyet-12-cdvn'
const PATH = `${CAMPAIGN}/extensions`
const reason = 'Đi công tác dài ngày'

describe('extensions', () => {
  let world: World
  let lam: Enrolment
  let chiLinh: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    lam = await enrol(world, { unit: 'hung-yen-van-lam' })
    chiLinh = await enrol(world, { unit: 'hai-duong-chi-linh' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const grant = (body: object, who: Parameters<World['as']>[0] = 'staff.hung-yen') =>
    world.as(who).post(PATH).send(body)
  const isLate = async ({ id }: Enrolment, topic: string) => {
    const answer = await world
      .as('admin')
      .post(`${CAMPAIGN}/enrolments/${id}/submissions`)
      .send({ topics: [topic], text: 'Bài thu hoạch của tôi.' })
      .expect(201)
    return answer.body.receipts[0].late
  }

  it('move the dates for a person, and for a unit and all below it', async () => {
    const one = await grant({ enrolment: lam.id, dueAt: '2018-12-16T17:00:00+07:00', reason }).expect(201)
    expect(one.body).to.deep.include({
      unit: null,
      enrolment: lam.id,
      dueAt: '2018-12-16T10:00:00.000Z',
      closesAt: null,
      reason,
      grantedAt: '2018-12-07T02:00:00.000Z',
      grantedBy: 'staff.hung-yen',
    })
    const other = await enrol(world, { unit: 'hung-yen-van-giang' })
    world.clock.set('2018-12-15T02:00:00Z')
    expect(await isLate(lam, 'CD1')).to.equal(false)
    expect(await isLate(other, 'CD1')).to.equal(true)
    await grant({ unit: 'hung-yen', dueAt: '2018-12-20T10:00:00Z', reason }).expect(201)
    world.clock.set('2018-12-19T02:00:00Z')
    expect(await isLate(lam, 'CD2'), 'the later of the two dates holds').to.equal(false)
    expect(await isLate(other, 'CD2')).to.equal(false)
    expect(await isLate(chiLinh, 'CD2'), 'not for another province').to.equal(true)
  })

  it('may keep it open longer too, but not close it before it is due', async () => {
    const dueAt = '2019-01-10T10:00:00Z'
    const wrong = await grant({ unit: 'hung-yen', dueAt, closesAt: '2019-01-09T10:00:00Z', reason }).expect(
      422,
    )
    expect(wrong.body.problems).to.have.length(1)
    expect(wrong.body.problems[0]).to.include({ code: 'campaign-dates-not-in-order', at: 'body/closesAt' })
    await grant({ unit: 'hung-yen', dueAt, closesAt: '2019-01-20T10:00:00Z', reason }).expect(201)
    world.clock.set('2019-01-15T10:00:00Z')
    expect(await isLate(lam, 'CD1')).to.equal(true)
  })

  it('are refused when not later than what holds now, for a person by his unit’s too', async () => {
    await grant({ unit: 'hung-yen', dueAt: '2018-12-20T10:00:00Z', reason }).expect(201)
    for (const body of [
      { enrolment: lam.id, dueAt: '2018-12-20T10:00:00Z', reason },
      { unit: 'hung-yen-van-lam', dueAt: '2018-12-18T10:00:00Z', reason },
    ]) {
      const answer = await grant(body).expect(422)
      expect(answer.body.code).to.equal('extension-not-later')
      expect(answer.body.detail).to.contain('17:00 ngày 20/12/2018')
    }
    await grant({ enrolment: lam.id, dueAt: '2018-12-20T10:00:00.001Z', reason }).expect(201)
  })

  it('are for exactly one of unit and person, with a reason', async () => {
    const dueAt = '2018-12-20T10:00:00Z'
    for (const body of [
      { dueAt, reason },
      { dueAt, reason, unit: 'hung-yen', enrolment: lam.id },
      { unit: 'hung-yen', dueAt, reason: '  ' },
      { unit: 'hung-yen', dueAt: 'mai', reason },
    ])
      expect((await grant(body).expect(400)).body.code).to.equal('input-not-valid')
  })

  it('of another province do not exist', async () => {
    const dueAt = '2018-12-20T10:00:00Z'
    for (const body of [{ unit: 'hung-yen' }, { unit: 'tld' }, { enrolment: lam.id }, { unit: 'khong-co' }])
      await grant({ ...body, dueAt, reason }, 'staff.hai-duong').expect(404)
    const { id } = (await grant({ unit: 'hung-yen', dueAt, reason }).expect(201)).body
    const stranger = world.as('staff.hai-duong')
    expect((await stranger.get(PATH).expect(200)).body).to.deep.equal([])
    await stranger.get(`${PATH}?enrolment=${lam.id}`).expect(404)
    await stranger.get(`${PATH}?unit=hung-yen`).expect(404)
    await stranger.delete(`${PATH}/${id}`).expect(404)
    await world.as('trainer').get(PATH).expect(403)
    await world.as('cadre').post(PATH).send({ unit: 'hung-yen', dueAt, reason }).expect(403)
    await world.as('nobody').delete(`${PATH}/${id}`).expect(401)
    await world.as('admin').get('/api/v1/campaigns/khong-co/extensions').expect(404)
  })

  it('are listed by unit and person, newest first, and taken back with what was judged left alone', async () => {
    const mine = await grant({ enrolment: lam.id, dueAt: '2018-12-20T10:00:00Z', reason }).expect(201)
    world.clock.set('2018-12-08T02:00:00Z')
    const whole = await grant({ unit: 'hung-yen', dueAt: '2018-12-21T10:00:00Z', reason }).expect(201)
    const client = world.as('staff.hung-yen')
    const ids = async (query: string) =>
      (await client.get(`${PATH}${query}`).expect(200)).body.map((e: { id: string }) => e.id)
    expect(await ids('')).to.deep.equal([whole.body.id, mine.body.id])
    expect(await ids('?unit=hung-yen-van-lam')).to.deep.equal([mine.body.id])
    expect(await ids(`?enrolment=${lam.id}`)).to.deep.equal([mine.body.id])

    world.clock.set('2018-12-19T02:00:00Z')
    expect(await isLate(lam, 'CD1')).to.equal(false)
    await client.delete(`${PATH}/${mine.body.id}`).expect(204)
    await client.delete(`${PATH}/${whole.body.id}`).expect(204)
    await client.delete(`${PATH}/${whole.body.id}`).expect(404)
    expect(await isLate(lam, 'CD2')).to.equal(true)
    await world.settle()
    const { body } = await client.get(`${CAMPAIGN}/progress`).expect(200)
    expect(body.totals).to.include({ onTime: 1, late: 1 })

    const audit = await world.db
      .collection('audit')
      .find({ action: /^extension\./ })
      .sort({ at: 1 })
      .toArray()
    expect(audit.map(entry => [entry['action'], entry['target'], entry['path']])).to.deep.equal([
      ['extension.granted', `enrolment:${lam.id}`, ['tld', 'hung-yen', 'hung-yen-van-lam']],
      ['extension.granted', 'unit:hung-yen', ['tld', 'hung-yen']],
      ['extension.revoked', `enrolment:${lam.id}`, ['tld', 'hung-yen', 'hung-yen-van-lam']],
      ['extension.revoked', 'unit:hung-yen', ['tld', 'hung-yen']],
    ])
    expect(audit[2]!['details']).to.deep.include({ id: mine.body.id, reason })
  })
})
