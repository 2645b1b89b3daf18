import { expect } from 'chai'
import { deliverPending } from '../../src/commands/deliver-pending.ts'
import { enrol } from '../support/builders.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const BASE = '/api/v1/campaigns/nghi-quyet-12-cdvn'

describe('receipts by mail', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const handIn = async (
    enrolment: string,
    topics: string[],
    who: 'cadre' | 'staff.hung-yen' = 'staff.hung-yen',
  ) =>
    (
      await world
        .as(who)
        .post(`${BASE}/enrolments/${enrolment}/submissions`)
        .send({ topics, text: 'Nhận thức của tôi về Nghị quyết.' })
        .expect(201)
    ).body.receipts as { code: string; topic: string; sha256: string }[]

  const pending = async () => world.db.collection('versions').countDocuments({ pending: true })

  it('confirm all topics of one hand-in in one mail, and say what is missing', async () => {
    await enrol(world, { name: 'Nguyễn Thị Thắm', cadre: 'cadre-1', email: 'tham@test.example' })
    const receipts = await handIn('me', ['CD1', 'CD3'], 'cadre')
    expect(await pending()).to.equal(2)
    await world.work()
    expect(await pending()).to.equal(0)

    const [mail, ...others] = await readMails(world)
    expect(others).to.deep.equal([])
    expect(mail!.subject).to.equal('Đã nhận bài thu hoạch chuyên đề 1 và 3')
    expect([mail!.to].flat()[0]!.text).to.equal('tham@test.example')
    expect(mail!.text).to.include('lúc 09:00 ngày 07/12/2018, đúng hạn.')
    expect(mail!.text).to.include('Đồng chí còn thiếu chuyên đề 2, 4 và 5. Hạn nộp: 17:00 ngày 14/12/2018.')
    expect(mail!.text).not.to.include('nộp thay')
    for (const { code, sha256 } of receipts) {
      expect(mail!.text).to.include(code)
      expect(mail!.text).to.include(sha256)
    }
  })

  it('come one for each hand-in, also when done for somebody', async () => {
    const { id } = await enrol(world, { email: 'thay@test.example' })
    await handIn(id, ['CD1'])
    await handIn(id, ['CD2'])
    await world.work()
    await world.work()
    const mails = await readMails(world)
    expect(mails.map(mail => mail.subject)).to.have.members([
      'Đã nhận bài thu hoạch chuyên đề 1',
      'Đã nhận bài thu hoạch chuyên đề 2',
    ])
    expect(mails[0]!.text).to.include('Bài do đơn vị nộp thay đồng chí.')
  })

  it('are not sent to nobody: without an address the outbox is emptied all the same', async () => {
    const { id } = await enrol(world, { email: null })
    await handIn(id, ['CD1'])
    await world.work()
    expect(await pending()).to.equal(0)
    expect(await readMails(world)).to.deep.equal([])
  })

  it('come once however often the outbox is emptied before its marks are gone', async () => {
    const { id } = await enrol(world)
    await handIn(id, ['CD1', 'CD2'])
    const { ports } = world.container
    const dying = {
      ...ports,
      outbox: { ...ports.outbox, clear: async () => Promise.reject(new Error('dead')) },
    }
    for (let i = 0; i < 2; i += 1) {
      const died = deliverPending(dying)(world.clock.now())
      expect(await died.catch((error: Error) => error.message)).to.equal('dead')
    }
    expect(await pending()).to.equal(2)
    await world.work()
    expect(await readMails(world)).to.have.length(1)
  })

  it('are not sent for what was withdrawn before', async () => {
    await enrol(world, { cadre: 'cadre-1' })
    await handIn('me', ['CD1', 'CD2'], 'cadre')
    await world.as('cadre').delete(`${BASE}/enrolments/me/essays/CD1`)
    await world.work()
    const [mail] = await readMails(world)
    expect(mail!.subject).to.equal('Đã nhận bài thu hoạch chuyên đề 2')
  })
})
