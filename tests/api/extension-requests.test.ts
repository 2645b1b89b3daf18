import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/api/v1/campaigns/nghi-quyet-12-cdvn'
const PATH = `${CAMPAIGN}/extension-requests`
const dueAt = '2018-12-18T10:00:00.000Z'
const reason = 'Đi công tác dài ngày'

describe('requests for extension', () => {
  let world: World
  let cadre: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    cadre = await enrol(world, { cadre: 'cadre-1', name: 'Nguyễn Thị Thắm' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const ask = (body: object = { dueAt, reason }) => world.as('cadre').post(PATH).send(body)
  const answer = (body: object, who: Parameters<World['as']>[0] = 'staff.hung-yen') =>
    world.as(who).post(`${PATH}/answers`).send(body)
  const listed = async (query: object = {}) =>
    (await world.as('staff.hung-yen').get(PATH).query(query).expect(200)).body
  const due = async () => (await world.as('cadre').get(`${CAMPAIGN}/enrolments/me`).expect(200)).body.dueAt

  it('wait for staff, who approve: the date moves', async () => {
    const { body: asked } = await ask().expect(201)
    expect(asked).to.deep.include({ enrolment: cadre.id, dueAt, reason, answer: null })
    expect(await listed({ waiting: 'true', unit: 'hung-yen-van-lam' })).to.deep.equal([
      { ...asked, name: 'Nguyễn Thị Thắm', unit: 'hung-yen-van-lam' },
    ])
    expect(await listed({ unit: 'hung-yen-van-giang' })).to.deep.equal([])
    const { body } = await answer({ requests: [asked.id], verdict: 'approved', note: 'Đồng ý' }).expect(200)
    expect(body[0].answer).to.deep.include({
      verdict: 'approved',
      note: 'Đồng ý',
      dueAt,
      by: 'staff.hung-yen',
    })
    expect(await due()).to.equal(dueAt)
    expect(await listed({ waiting: 'true' })).to.deep.equal([])
    expect(await listed({ waiting: 'false' })).to.have.length(1)
  })

  it('may be granted another date than was asked for', async () => {
    const { body: asked } = await ask().expect(201)
    const less = '2018-12-16T10:00:00.000Z'
    await answer({ requests: [asked.id], verdict: 'approved', dueAt: less }).expect(200)
    expect(await due()).to.equal(less)
  })

  it('are refused with a word, and may then be made anew', async () => {
    const { body: asked } = await ask().expect(201)
    expect((await ask().expect(409)).body.code).to.equal('extension-asked-already')
    await answer({ requests: [asked.id], verdict: 'refused', note: 'Còn đủ thời gian' }).expect(200)
    expect(await due()).to.equal('2018-12-14T10:00:00.000Z')
    const again = await answer({ requests: [asked.id], verdict: 'approved' }).expect(409)
    expect(again.body.code).to.equal('request-answered')
    await ask().expect(201)
  })

  it('wait once, however often they are sent at the same time', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(async () => ask()))
    expect(answers.map(({ status }) => status)).to.have.members([201, 409, 409, 409])
  })

  it('are answered all or none', async () => {
    const { body: first } = await ask().expect(201)
    await answer({ requests: [first.id], verdict: 'approved' }).expect(200)
    const { body: second } = await ask({ dueAt: '2018-12-20T10:00:00Z', reason }).expect(201)
    await answer({ requests: [second.id, first.id], verdict: 'approved' }).expect(409)
    await answer({ requests: [second.id, 'khong-co'], verdict: 'approved' }).expect(404)
    expect(await due()).to.equal(dueAt)
    expect(await listed({ waiting: 'true' })).to.have.length(1)
  })

  it('are for a later date, by somebody who owes something', async () => {
    const early = await ask({ dueAt: '2018-12-14T10:00:00Z', reason }).expect(422)
    expect(early.body.code).to.equal('extension-not-later')
    await world
      .as('staff.hung-yen')
      .post(`${CAMPAIGN}/extensions`)
      .send({ unit: 'hung-yen', dueAt, reason })
      .expect(201)
    expect((await ask().expect(422)).body.code).to.equal('extension-not-later')
    await world
      .as('cadre')
      .post(`${CAMPAIGN}/enrolments/me/submissions`)
      .send({ topics: 'CD1,CD2,CD3,CD4,CD5', text: 'Bài thu hoạch của tôi.' })
      .expect(201)
    expect((await ask({ dueAt: '2018-12-28T10:00:00Z', reason }).expect(409)).body.code).to.equal(
      'nothing-owed',
    )
    const exemption = { enrolment: cadre.id, reason: 'nghỉ hưu' }
    await world.as('staff.hung-yen').post(`${CAMPAIGN}/exemptions`).send(exemption).expect(201)
    const exempt = await ask({ dueAt: '2018-12-28T10:00:00Z', reason }).expect(409)
    expect(exempt.body.code).to.equal('exempt-from-writing')
  })

  it('that an extension of the unit overtook are not approved for an earlier date', async () => {
    const { body: asked } = await ask().expect(201)
    const unit = { unit: 'hung-yen', dueAt: '2018-12-20T10:00:00Z', reason }
    await world.as('staff.hung-yen').post(`${CAMPAIGN}/extensions`).send(unit).expect(201)
    const late = await answer({ requests: [asked.id], verdict: 'approved' }).expect(422)
    expect(late.body.code).to.equal('extension-not-later')
    await answer({ requests: [asked.id], verdict: 'refused' }).expect(200)
  })

  it('leave their trace', async () => {
    const { body: asked } = await ask().expect(201)
    await answer({ requests: [asked.id], verdict: 'approved' }).expect(200)
    const actions = await world.db
      .collection('audit')
      .find({ target: `enrolment:${cadre.id}` })
      .sort({ _id: 1 })
      .map(({ action }) => action)
      .toArray()
    expect(actions).to.deep.equal(['extension.requested', 'extension.granted', 'extension.answered'])
  })
})
