import { expect } from 'chai'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import { enrol } from '../support/builders.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/api/v1/campaigns/nghi-quyet-12-cdvn'
const PATH = `${CAMPAIGN}/exemptions`
const reason = 'Nghỉ chế độ thai sản'

describe('exemptions', () => {
  let world: World
  let lam: Enrolment
  beforeEach(async () => {
    world = await openWorld()
    lam = await enrol(world, { name: 'Nguyễn Thị Thắm', unit: 'hung-yen-van-lam' })
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const stateOf = async () =>
    (await world.as('admin').get(`${CAMPAIGN}/enrolments?q=tham`).expect(200)).body.items[0].state
  const submit = () =>
    world
      .as('admin')
      .post(`${CAMPAIGN}/enrolments/${lam.id}/submissions`)
      .send({ topics: ['CD1'], text: 'Bài thu hoạch của tôi.' })

  it('free from writing, and are kept when they end', async () => {
    await submit().expect(201)
    const client = world.as('staff.hung-yen')
    const granted = await client.post(PATH).send({ enrolment: lam.id, reason }).expect(201)
    expect(granted.body).to.deep.include({
      enrolment: lam.id,
      name: 'Nguyễn Thị Thắm',
      unit: 'hung-yen-van-lam',
      reason,
      at: '2018-12-07T02:00:00.000Z',
      by: 'staff.hung-yen',
    })
    expect(await stateOf()).to.equal('exempt')
    expect((await submit().expect(409)).body.code).to.equal('exempt-from-writing')
    const again = await client.post(PATH).send({ enrolment: lam.id, reason }).expect(409)
    expect(again.body.code).to.equal('already-exempt')
    await world.settle()
    const { totals, topics } = (await client.get(`${CAMPAIGN}/progress`).expect(200)).body
    expect(totals).to.include({ people: 1, exempt: 1, expected: 0, submitted: 0, missing: 0, percent: 100 })
    expect(topics[0]).to.deep.equal({ topic: 'CD1', submitted: 0, onTime: 0, late: 0, missing: 0 })
    expect((await client.get(PATH).expect(200)).body).to.deep.equal([granted.body])
    expect((await client.get(`${PATH}?unit=hung-yen-van-giang`).expect(200)).body).to.deep.equal([])

    world.clock.set('2018-12-08T02:00:00Z')
    await client.delete(`${PATH}/${granted.body.id}`).expect(204)
    await client.delete(`${PATH}/${granted.body.id}`).expect(404)
    expect(await stateOf(), 'what he handed in counts again').to.equal('partial')
    const stored = await world.container.ports.enrolments.find(
      { kind: 'everything' },
      'nghi-quyet-12-cdvn',
      lam.id,
    )
    expect(stored!.pastExemptions).to.deep.equal([
      {
        id: granted.body.id,
        reason,
        at: new Date('2018-12-07T02:00:00Z'),
        by: 'staff.hung-yen',
        endedAt: new Date('2018-12-08T02:00:00Z'),
        endedBy: 'staff.hung-yen',
      },
    ])
    const audit = await world.db
      .collection('audit')
      .find({ action: /^exemption\./ })
      .sort({ at: 1 })
      .toArray()
    expect(audit.map(entry => [entry['action'], entry['target'], entry['path'].at(-1)])).to.deep.equal([
      ['exemption.granted', `enrolment:${lam.id}`, 'hung-yen-van-lam'],
      ['exemption.ended', `enrolment:${lam.id}`, 'hung-yen-van-lam'],
    ])
  })

  it('granted twice at the same moment are one', async () => {
    const client = world.as('staff.hung-yen')
    const answers = await Promise.all(
      [1, 2, 3].map(async () => client.post(PATH).send({ enrolment: lam.id, reason })),
    )
    expect(answers.map(answer => answer.status)).to.have.members([201, 409, 409])
  })

  it('of another province do not exist', async () => {
    const { id } = (await world.as('admin').post(PATH).send({ enrolment: lam.id, reason }).expect(201)).body
    const stranger = world.as('staff.hai-duong')
    expect((await stranger.get(PATH).expect(200)).body).to.deep.equal([])
    await stranger.get(`${PATH}?unit=hung-yen`).expect(404)
    await stranger.delete(`${PATH}/${id}`).expect(404)
    await stranger.post(PATH).send({ enrolment: lam.id, reason }).expect(404)
    await world.as('trainer').get(PATH).expect(403)
    await world.as('cadre').post(PATH).send({ enrolment: lam.id, reason }).expect(403)
    await world.as('nobody').get(PATH).expect(401)
    await world.as('admin').post(PATH).send({ enrolment: lam.id, reason: '' }).expect(400)
    await world.as('admin').get('/api/v1/campaigns/khong-co/exemptions').expect(404)
  })
})
