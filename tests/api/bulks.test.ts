import { expect } from 'chai'
import { changePeople } from '../../src/commands/change-people.ts'
import type { Enrolment } from '../../src/domain/enrolment.ts'
import type { Actor } from '../../src/domain/permission.ts'
import type { Transact } from '../../src/ports/platform.ts'
import { enrol } from '../support/builders.ts'
import { UNITS } from '../support/cast.ts'
import { enrolCrowd } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const CAMPAIGN = '/api/v1/campaigns/nghi-quyet-12-cdvn'
const dueAt = '2018-12-20T10:00:00.000Z'
const reason = 'Bão lụt'

describe('changes to many people', () => {
  let world: World
  let client: ReturnType<World['as']>
  let [an, binh, cuc, dung]: Enrolment[] = []
  beforeEach(async () => {
    world = await openWorld()
    client = world.as('staff.hung-yen')
    const people: Enrolment[] = []
    for (const name of ['Trần Thị An', 'Lê Văn Bình', 'Đỗ Thị Cúc', 'Phạm Văn Dũng'])
      people.push(await enrol(world, { name }))
    ;[an, binh, cuc, dung] = people
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const ids = (...people: (Enrolment | undefined)[]) => people.map(one => one?.id ?? '')
  const extend = (enrolments: readonly string[], key?: string, body: object = {}) =>
    client
      .post(`${CAMPAIGN}/extension-batches`)
      .set(key === undefined ? {} : { 'Idempotency-Key': key })
      .send({ enrolments, dueAt, reason, ...body })
  const exempt = (enrolments: readonly string[]) =>
    client.post(`${CAMPAIGN}/exemption-batches`).send({ enrolments, reason })
  const dueOf = async (one?: Enrolment) =>
    (await client.get(`${CAMPAIGN}/enrolments/${one?.id}`).expect(200)).body.dueAt
  const granted = async (): Promise<unknown[]> =>
    (await client.get(`${CAMPAIGN}/extensions`).expect(200)).body
  const audited = async (action: string) => world.db.collection('audit').countDocuments({ action })

  it('extend those who owe something, say who is left out, and can be undone', async () => {
    await exempt(ids(an)).expect(201)
    const later = { enrolment: binh?.id, dueAt: '2018-12-25T10:00:00Z', reason }
    await client.post(`${CAMPAIGN}/extensions`).send(later).expect(201)
    await client
      .post(`${CAMPAIGN}/enrolments/${cuc?.id}/submissions`)
      .send({ topics: 'CD1,CD2,CD3,CD4,CD5', text: 'Bài thu hoạch của tôi.' })
      .expect(201)
    const { body } = await extend(ids(an, binh, cuc, dung), 'mot').expect(201)
    expect(body).to.deep.include({
      ...{ kind: 'extension', dueAt, reason, people: 4, changed: 1, isFinished: true, undoneAt: null },
      leftOut: { exempt: 1, complete: 1, later: 1, gone: 0 },
    })
    expect(await dueOf(dung)).to.equal(dueAt)
    expect(await dueOf(binh)).to.equal('2018-12-25T10:00:00.000Z')
    expect((await client.get(`${CAMPAIGN}/batches/${body.id}`).expect(200)).body).to.deep.equal(body)
    await world.as('admin').get(`${CAMPAIGN}/batches/${body.id}`).expect(404)

    await client.delete(`${CAMPAIGN}/batches/${body.id}`).expect(204)
    await client.delete(`${CAMPAIGN}/batches/${body.id}`).expect(204)
    expect(await dueOf(dung)).to.equal('2018-12-14T10:00:00.000Z')
    expect(await dueOf(binh), 'what was granted by itself stays').to.equal('2018-12-25T10:00:00.000Z')
    expect(await audited('extension.revoked')).to.equal(1)
    const again = await extend(ids(an, binh, cuc, dung), 'mot').expect(201)
    expect(again.body.undoneAt, 'what was undone is not done again').not.to.equal(null)
    expect(await dueOf(dung)).to.equal('2018-12-14T10:00:00.000Z')
  })

  it('are made once, however often and however fast they are asked for', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(async () => extend(ids(an, binh), 'mot')))
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1)
    expect(await granted()).to.have.length(2)
    expect(await audited('extension.granted')).to.equal(2)
    expect((await extend(ids(an, cuc), 'mot').expect(409)).body.code).to.equal('key-reused')
    expect((await extend(ids(an, binh), 'mot', { reason: 'khác' }).expect(409)).body.code).to.equal(
      'key-reused',
    )
    // Without a key it is a new one, which finds that there is nothing left to do.
    expect((await extend(ids(an, binh)).expect(201)).body).to.deep.include({ changed: 0 })
  })

  it('are all or none: somebody of another province among them, and nothing happens', async () => {
    const stranger = await enrol(world, { unit: 'hai-duong-chi-linh' })
    await extend(ids(an, stranger)).expect(404)
    await exempt(ids(an, stranger)).expect(404)
    await extend(ids(an), undefined, { dueAt: '2018-12-14T10:00:00Z' }).expect(422)
    await extend(ids(an), undefined, { closesAt: '2018-12-15T10:00:00Z' }).expect(422)
    await extend([]).expect(400)
    expect(await granted()).to.deep.equal([])
    expect(await dueOf(an)).to.equal('2018-12-14T10:00:00.000Z')
  })

  it('exempt, and free nobody twice; undone they owe again', async () => {
    const alone = { enrolment: an?.id, reason: 'ốm' }
    await client.post(`${CAMPAIGN}/exemptions`).send(alone).expect(201)
    const { body } = await exempt(ids(an, binh, cuc)).expect(201)
    expect(body).to.deep.include({ changed: 2, leftOut: { exempt: 1, complete: 0, later: 0, gone: 0 } })
    await world.settle()
    const totals = async () => (await client.get(`${CAMPAIGN}/progress`).expect(200)).body.totals
    expect(await totals()).to.include({ people: 4, exempt: 3, expected: 5 })
    await client.delete(`${CAMPAIGN}/batches/${body.id}`).expect(204)
    await world.settle()
    expect(await totals(), 'whom somebody exempted by himself stays exempt').to.include({
      exempt: 1,
      expected: 15,
    })
    expect(await audited('exemption.granted')).to.equal(3)
    expect(await audited('exemption.ended')).to.equal(2)
  })

  it('of very many, killed in the middle, go on where they were', async () => {
    const { ports } = world.container
    await enrolCrowd(
      world,
      620,
      UNITS.filter(({ parent }) => parent === 'hung-yen'),
    )
    await world.db.collection('enrolments').updateMany({}, { $set: { heads: {} } })
    const everybody = await world.db.collection<{ _id: string }>('enrolments').distinct('_id')
    const actor: Actor = {
      ...{ id: 'staff.hung-yen', name: 'staff.hung-yen', cadre: null },
      grants: [{ role: 'staff', units: ['hung-yen'] }],
    }
    const request = {
      ...{ campaign: 'nghi-quyet-12-cdvn', enrolments: everybody, idempotencyKey: 'nhieu' },
      change: { kind: 'extension', dueAt: new Date(dueAt), closesAt: null, reason },
    } as const
    let slices = 0
    const dying: Transact = async work =>
      ports.transact(async tx => {
        const done = await work(tx)
        slices += 1
        // After its writes, before they are kept.
        if (slices === 2) throw new Error('killed')
        return done
      })
    const run = async (transact: Transact) =>
      changePeople({ ...ports, transact })(actor, request, world.clock.now())
    expect(await run(dying).catch((error: Error) => error.message)).to.equal('killed')
    expect(await granted()).to.have.length.below(501)
    await Promise.all([run(ports.transact), run(ports.transact)])
    const { id } = (await ports.bulks.underKey(actor.id, 'nhieu')) ?? { id: '' }
    const { body } = await client.get(`${CAMPAIGN}/batches/${id}`).expect(200)
    expect(body).to.include({ people: 624, isFinished: true })
    const left = Object.values<number>(body.leftOut).reduce((sum, n) => sum + n, 0)
    expect(body.changed + left).to.equal(624)
    expect(await granted()).to.have.length(body.changed)
    expect(await audited('extension.granted')).to.equal(body.changed)
    await client.delete(`${CAMPAIGN}/batches/${id}`).expect(204)
    expect(await granted()).to.deep.equal([])
    expect(await audited('extension.revoked')).to.equal(body.changed)
    // The crowd's essays exist in numbers alone.
    await world.db.collection('enrolments').deleteMany({ 'person.staffCode': /^HY/ })
    await world.settle()
  }).timeout(120_000)
})
