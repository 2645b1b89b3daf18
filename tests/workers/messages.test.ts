import { expect } from 'chai'
import { planWave } from '../../src/commands/plan-wave.ts'
import { sendWave } from '../../src/commands/send-wave.ts'
import type { Container } from '../../src/container.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { messageSize } from '../../src/domain/text-message.ts'
import { actorOf } from '../../src/ports/accounts.ts'
import { openBeside } from '../support/beside.ts'
import { enrol } from '../support/builders.ts'
import { castAccounts } from '../support/cast.ts'
import { readMails } from '../support/inbox.ts'
import { type MessageGateway, startMessageGateway } from '../support/message-gateway.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { workUntilIdle } from '../support/work.ts'
import { openWorld, type World } from '../support/world.ts'

const WAVES = `${CAMPAIGN_PATH}/reminder-waves`
const SECRET = 'bí mật chung của nhà và dịch vụ tin nhắn'
const PREVIEW = '/dot/nghi-quyet-12-cdvn/nhac-nop/gui?unit=hung-yen'

describe('text messages', () => {
  let world: World
  let gateway: MessageGateway
  let closed: Container
  before(async () => {
    gateway = await startMessageGateway(SECRET)
    world = await openWorld({ MESSAGE_WEBHOOK_URL: gateway.url, MESSAGE_WEBHOOK_SECRET: SECRET })
    closed = await openBeside(world)
  })
  after(async () => {
    await closed.close()
    await world.close()
    await gateway.stop()
  })
  beforeEach(async () => {
    gateway.taken.clear()
    gateway.refused.clear()
    gateway.answer = null
    Object.assign(gateway.counts, { genuine: 0, forged: 0 })
    for (const name of ['notices', 'enrolments', 'breakers', 'waves'])
      await world.db.collection(name).deleteMany({})
    world.clock.set('2018-12-07T02:00:00Z')
  })

  const staff = () => world.as('staff.hung-yen')
  const ask = async (dryRun = false) =>
    (await staff().post(WAVES).send({ unit: 'hung-yen', dryRun }).expect(202)).body
  const see = async (id: string) => (await staff().get(`${WAVES}/${id}`).expect(200)).body
  const later = (minutes: number): void =>
    world.clock.set(new Date(Date.parse('2018-12-07T02:00:00Z') + minutes * 60_000))
  const texted = (): string[] => [...gateway.taken.values()].map(({ to }) => to).sort()

  it('remind whom no mail reaches: what is missing and until when, in two messages at most, and no way in', async () => {
    await enrol(world, { name: 'A', email: 'co@test.example', phone: '0911111111' })
    await enrol(world, { name: 'B', email: null, phone: '0922222222' })
    await enrol(world, { name: 'C', email: null, phone: '02213862345' })
    await enrol(world, { name: 'D', email: null })
    expect(await ask(true)).to.include({ recipients: 2, byMessage: 1, withoutAddress: 2 })
    const { text } = await staff().get(PREVIEW).expect(200)
    expect(text).to.include('Sẽ nhận tin nhắn').and.include('tính là 2 tin nhắn')

    const { id } = await ask()
    await world.work()
    const [[key, message]] = [...gateway.taken] as [[string, { to: string; text: string }]]
    expect(key).to.match(/^reminder-\w+-1$/)
    expect(message.to).to.equal('+84922222222')
    expect(message.text).to.equal(
      'Học tập Nghị quyết Đại hội XII Công đoàn Việt Nam: đồng chí còn thiếu chuyên đề 1, 2, 3, 4 và 5. Hạn nộp 17:00 ngày 14/12/2018.',
    )
    expect(messageSize(message.text).segments).to.equal(2)
    expect(gateway.counts).to.deep.equal({ genuine: 1, forged: 0 })
    expect((await readMails(world)).at(-1)?.text).to.include('chuyên đề')
    const { notices, counts } = await see(id)
    expect(notices.map(({ channel, state }: Record<string, string>) => [channel, state])).to.deep.equal([
      ['mail', 'sent'],
      ['message', 'sent'],
      ['mail', 'skipped'],
      ['mail', 'skipped'],
    ])
    expect(counts).to.include({ sent: 2, skipped: 2 })
    const page = (await staff().get(`/dot/nghi-quyet-12-cdvn/nhac-nop/dot/${id}`).expect(200)).text
    expect(page).to.include('Tin nhắn tới 0922222222')
  })

  it('take the place of mails that came back, until the address is another one', async () => {
    const { id: person } = await enrol(world, { email: 'het@test.example', phone: '0933333333' })
    await ask()
    await world.work()
    expect(texted()).to.deep.equal([])
    const { notices } = world.container.ports
    await notices.noteBounce(`reminder-${person}-1`, 'bounced', '5.1.1')
    for (const [minutes, expected] of [
      [2, 1],
      [4, 2],
    ] as const) {
      later(minutes)
      await ask()
      await world.work()
      expect(texted(), `after ${minutes} minutes`).to.have.length(expected)
    }
    const list = await staff().get('/dot/nghi-quyet-12-cdvn/chua-nop/goi-dien').expect(200)
    expect(list.text, 'mail still does not reach him').to.include('0933333333')
    await world.db.collection('enrolments').updateMany({}, { $set: { 'person.email': 'moi@test.example' } })
    later(6)
    await ask()
    await world.work()
    expect(texted()).to.have.length(2)
  })

  it('are tried again when the gateway is busy, when it says so, and never when it refuses the number', async () => {
    const phones = ['0941111111', '0942222222', '0943333333', '0944444444']
    for (const phone of phones) await enrol(world, { email: null, phone })
    gateway.refused.set('+84941111111', { status: 429, retryAfter: '600' })
    gateway.refused.set('+84942222222', { status: 503 })
    gateway.refused.set('+84943333333', { status: 422 })
    const { id } = await ask()
    await world.work()
    expect(texted()).to.deep.equal(['+84944444444'])
    const byPhone = async (phone: string) =>
      (await see(id)).notices.find((notice: { phone: string }) => notice.phone === phone)
    expect(await byPhone('0943333333')).to.include({
      state: 'failed',
      reason: 'number-refused',
      detail: '422 not to +84943333333',
    })
    gateway.refused.clear()
    const before = gateway.counts.genuine
    later(1)
    await world.work()
    expect(texted(), 'the other is to wait ten minutes').to.include('+84942222222')
    expect(gateway.counts.genuine - before).to.equal(1)
    later(10)
    await world.work()
    await world.work()
    expect(texted()).to.deep.equal(['+84941111111', '+84942222222', '+84944444444'])
    expect((await see(id)).counts).to.include({ sent: 3, failed: 1, queued: 0 })
  })

  it('come twice at most, under one key, when the line dies after the gateway took one', async () => {
    await enrol(world, { email: null, phone: '0951111111' })
    gateway.refused.set('+84951111111', { status: 0 })
    const { id } = await ask()
    await world.work()
    gateway.refused.clear()
    later(1)
    await world.work()
    await world.work()
    expect(gateway.counts.genuine).to.equal(2)
    expect(gateway.taken.size, 'one key').to.equal(1)
    expect((await see(id)).counts).to.include({ sent: 1 })
  })

  it('wait while the gateway is away, and mails do not wait for them', async () => {
    for (let n = 0; n < 30; n += 1) await enrol(world, { email: null, phone: `09600000${10 + n}` })
    gateway.answer = 500
    await ask()
    await world.work()
    // A worker has ten on their way.
    expect(gateway.counts.genuine, 'the others are not even tried').to.be.within(5, 14)
    await enrol(world, { email: 'thu@test.example', unit: 'hung-yen-van-lam' })
    world.clock.set('2018-12-07T02:00:30Z')
    const { body } = await world.as('admin').get('/api/v1/work').expect(200)
    expect(body.pauses).to.have.length(1)
    expect(body.pauses[0]).to.include({ channel: 'message', until: '2018-12-07T02:01:00.000Z' })
    const page = (await world.as('admin').get('/quan-tri/hang-doi').expect(200)).text
    expect(page).to.include('Dịch vụ tin nhắn không nhận tin nào từ')
    const before = (await readMails(world)).length
    await ask()
    await world.work()
    expect((await readMails(world)).length - before).to.equal(1)
    gateway.answer = null
    later(5)
    await world.work()
    expect(texted()).to.have.length(30)
  })

  it('are not sent once the wave is stopped, nor to who owes nothing any more', async () => {
    const { id: enrolment } = await enrol(world, { email: null, phone: '0971111111' })
    const { id } = await ask()
    await planWave(world.container.ports)(HOUSE, id, world.clock.now())
    await staff().post(`${WAVES}/${id}/stop`).expect(204)
    await world.work()
    expect(gateway.counts.genuine).to.equal(0)
    await staff().post(`${WAVES}/${id}/resume`).expect(204)
    await staff().post(`${CAMPAIGN_PATH}/exemptions`).send({ enrolment, reason: 'ốm' }).expect(201)
    await world.work()
    expect(gateway.counts.genuine).to.equal(0)
    expect((await see(id)).notices[0]).to.include({ state: 'skipped', reason: 'exempt' })
  })

  it('do not exist in a house that has no gateway: nothing changes for anybody', async () => {
    await enrol(world, { email: null, phone: '0981111111' })
    const { id: lost } = await enrol(world, { email: 'het@test.example', phone: '0982222222' })
    const actor = actorOf(castAccounts.find(account => account.id === 'staff.hung-yen')!)
    const wave = async () => {
      const asked = {
        campaign: 'nghi-quyet-12-cdvn',
        selection: { unit: 'hung-yen' },
        dryRun: false,
        idempotencyKey: null,
      }
      const sent = await sendWave(closed.ports)(actor, asked, world.clock.now())
      await workUntilIdle(closed)
      return sent
    }
    expect(await wave()).to.nested.include({ ok: true, 'value.recipients': 1, 'value.withoutAddress': 1 })
    await closed.ports.notices.noteBounce(`reminder-${lost}-1`, 'bounced', '5.1.1')
    later(2)
    expect(await wave()).to.nested.include({ 'value.recipients': 1, 'value.withoutAddress': 1 })
    expect(gateway.counts).to.deep.equal({ genuine: 0, forged: 0 })
    expect((await world.db.collection('notices').find({ channel: 'message' }).toArray()).length).to.equal(0)
  })
})
