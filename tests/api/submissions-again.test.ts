import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { everythingIn, pdf, send } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

describe('handing in under an Idempotency-Key', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })
  beforeEach(() => world.clock.set('2018-12-07T02:00:00Z'))

  const sendUnder = (enrolment: string, key: string, bytes: Buffer, topics = 'CD2,CD1') =>
    send(world, enrolment, topics, bytes, 'a.pdf').set('Idempotency-Key', key)

  for (const size of [3000, 2_500_000])
    it(`gives the same receipts again and stores nothing twice (${size} bytes)`, async () => {
      const { id } = await enrol(world)
      const bytes = pdf(size)
      const first = await sendUnder(id, 'k1', bytes).expect(201)
      const before = await everythingIn(world)
      const again = await sendUnder(id, 'k1', bytes, 'CD1,CD2').expect(201)
      expect(again.body).to.deep.equal(first.body)
      expect((await sendUnder(id, 'k1', pdf(size)).expect(409)).body.code).to.equal('key-reused')
      expect((await sendUnder(id, 'k1', bytes, 'CD1').expect(409)).body.code).to.equal('key-reused')
      expect((await sendUnder(id, 'k1', bytes, 'CD3').expect(409)).body.code).to.equal('key-reused')
      expect(await everythingIn(world)).to.deep.equal(before)
      const other = await sendUnder(id, 'k2', bytes).expect(201)
      expect(other.body.receipts[0].version).to.equal(2)
    })

  it('answers a retry after the closing with what was taken in time', async () => {
    const { id } = await enrol(world)
    const bytes = pdf()
    const first = await sendUnder(id, 'k1', bytes).expect(201)
    world.clock.set('2019-02-01T00:00:00Z')
    expect((await sendUnder(id, 'k1', bytes).expect(201)).body).to.deep.equal(first.body)
    expect((await sendUnder(id, 'k1', pdf()).expect(409)).body.code).to.equal('key-reused')
    expect((await sendUnder(id, 'k2', bytes).expect(409)).body.code).to.equal('campaign-closed')
  })

  it('lets two people use the same key', async () => {
    const people = [await enrol(world), await enrol(world)]
    const bytes = pdf()
    const codes = await Promise.all(
      people.map(async ({ id }) => (await sendUnder(id, 'k1', bytes).expect(201)).body.receipts[0].code),
    )
    expect(new Set(codes).size).to.equal(2)
  })

  it('gives all of many at once the same receipts', async () => {
    const { id } = await enrol(world)
    const bytes = pdf(1_500_000)
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => sendUnder(id, 'k1', bytes).expect(201)),
    )
    for (const { body } of answers) expect(body).to.deep.equal(answers[0]?.body)
    expect(await world.db.collection('versions').countDocuments({ enrolment: id })).to.equal(2)
    expect(await world.db.collection('uploads').countDocuments()).to.equal(0)
  })

  it('lets only one of two different essays have it', async () => {
    const { id } = await enrol(world)
    const answers = await Promise.all([sendUnder(id, 'k1', pdf(), 'CD1'), sendUnder(id, 'k1', pdf(), 'CD2')])
    expect(answers.map(answer => answer.status).sort((a, b) => a - b)).to.deep.equal([201, 409])
    expect(await world.db.collection('versions').countDocuments({ enrolment: id })).to.equal(1)
  })
})
