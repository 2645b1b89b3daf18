import { expect } from 'chai'
import { enrol } from '../support/builders.ts'
import { enrolmentPath, pdf, send, sha256 } from '../support/essays.ts'
import { openWorld, type World } from '../support/world.ts'

describe('checking a receipt', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const check = (code: string) => world.as('nobody').get(`/api/v1/receipts/${code}`)

  it('tells anybody who has its code what was received and when, and only the initials of whom', async () => {
    const { id } = await enrol(world, { name: 'Nguyễn Thị Thắm' })
    const bytes = pdf()
    const { body } = await send(world, id, 'CD2', bytes).expect(201)
    const { code } = body.receipts[0]
    const receipt = await check(code).expect(200)
    expect(receipt.body).to.deep.include({
      code,
      version: 1,
      name: 'N. T. Thắm',
      receivedAt: '2018-12-07T02:00:00.000Z',
      late: false,
      lateBy: null,
      sha256: sha256(bytes),
      size: bytes.length,
      withdrawnAt: null,
    })
    expect(receipt.body.topic.code).to.equal('CD2')
    const typed = await check(code.toLowerCase().replaceAll('-', '')).expect(200)
    expect(typed.body).to.deep.equal(receipt.body)
  })

  it('says that it was withdrawn since', async () => {
    const { id } = await enrol(world)
    const { body } = await send(world, id, 'CD1', pdf()).expect(201)
    world.clock.set('2018-12-07T03:00:00Z')
    await world
      .as('admin')
      .delete(`${enrolmentPath(id)}/essays/CD1`)
      .expect(204)
    const receipt = await check(body.receipts[0].code).expect(200)
    expect(receipt.body.withdrawnAt).to.equal('2018-12-07T03:00:00.000Z')
  })

  it('says how late it was', async () => {
    const { id } = await enrol(world)
    world.clock.set('2018-12-16T13:00:00Z')
    const { body } = await send(world, id, 'CD1', pdf()).expect(201)
    const receipt = await check(body.receipts[0].code).expect(200)
    expect(receipt.body).to.deep.include({ late: true, lateBy: '2 ngày 3 giờ', withdrawnAt: null })
  })

  it('does not know codes that were never given, nor what is no code', async () => {
    for (const code of ['TH-2222-3333-4444', 'x', 'TH-0000-1111-OOOO', '$ne'])
      expect((await check(code).expect(404)).body.code).to.equal('not-found')
  })
})
