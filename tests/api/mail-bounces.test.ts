import { execFile } from 'node:child_process'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { expect } from 'chai'
import type { Container } from '../../src/container.ts'
import { openBeside } from '../support/beside.ts'
import { bounceMail, SECRET, signed } from '../support/bounces.ts'
import { enrol } from '../support/builders.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { workUntilIdle } from '../support/work.ts'
import { openWorld, type World } from '../support/world.ts'

const WAVES = `${CAMPAIGN_PATH}/reminder-waves`
const HOOK = '/api/v1/mail-bounces'

describe('mails that came back', () => {
  let world: World
  let server: MailServer
  let worker: Container
  before(async () => {
    world = await openWorld({ BOUNCE_SECRET: SECRET })
    server = await startMailServer()
    worker = await openBeside(world, { smtpUrl: server.url }, { MAIL_BOUNCE: 'bounce@dsn.example' })
  })
  after(async () => {
    await worker.close()
    await server.stop()
    await world.close()
  })

  /** One more person who was sent a reminder: his mail, and what is said of it. */
  const reminded = async (recipient: string) => {
    const { id } = await enrol(world, { email: recipient, phone: '0912345678' })
    const staff = world.as('staff.hung-yen')
    const wave = (
      await staff
        .post(WAVES)
        .send({ enrolments: [id] })
        .expect(202)
    ).body.id
    await workUntilIdle(worker)
    const mail = server.taken.find(({ to }) => to === recipient)!
    return {
      about: { to: mail.from, recipient, messageId: mail.messageId },
      see: async () => {
        const { counts, notices } = (await staff.get(`${WAVES}/${wave}`).expect(200)).body
        return { counts, ...notices[0] }
      },
    }
  }
  const tell = async (event: object) => {
    const body = JSON.stringify(event)
    const told = world.as('nobody').post(HOOK).set(signed(body, world.clock.now()))
    return (await told.type('json').send(body).expect(200)).body.outcome
  }
  const handOver = async (message: Buffer) => {
    const told = world.as('nobody').post(`${HOOK}/messages`).set(signed(message, world.clock.now()))
    return (await told.type('message/rfc822').send(message).expect(200)).body.outcome
  }
  const toCall = async (): Promise<string> => {
    const { text } = await world.as('staff.hung-yen').get('/dot/nghi-quyet-12-cdvn/chua-nop/goi-dien')
    return text
  }

  it('leave under an address that names them, and are found by it: noted once, and the person is to be called', async () => {
    const { about, see } = await reminded('het@hungyen.example')
    expect(about.to).to.match(/^bounce\+reminder-\w+-1@dsn\.example$/)
    const message = bounceMail('postfix-unknown-user', { ...about, messageId: '<khac@x.example>' })
    expect(await handOver(message)).to.equal('bounced')
    const after = await see()
    expect(after).to.deep.include({
      state: 'bounced',
      reason: 'returned-mail',
      detail:
        '5.1.1 550 5.1.1 <het@hungyen.example>: Recipient address rejected: User unknown in virtual mailbox table',
      counts: { queued: 0, sent: 0, bounced: 1, failed: 0, skipped: 0 },
    })
    expect(await handOver(message), 'told again').to.equal('unchanged')
    expect(await see()).to.deep.equal(after)
    const staff = world.as('staff.hung-yen')
    const { body } = await staff.get(WAVES).expect(200)
    const called = await staff.get(`${WAVES}/${body[0].id}`).query({ toCall: 'true' }).expect(200)
    expect(called.body.notices).to.have.length(1)
  })

  it('are found by their Message-ID where the report came to another address', async () => {
    const { about, see } = await reminded('khong-con@hungyen.example')
    const to = 'thu-hoach@congdoan.example'
    expect(await handOver(bounceMail('exchange-unknown-user', { ...about, to }))).to.equal('bounced')
    expect((await see()).detail).to.match(/^5\.1\.10 550 5\.1\.10 RESOLVER\.ADR\.RecipientNotFound/)
  })

  it('that are only late stay sent, with a note, and may still come back', async () => {
    const { about, see } = await reminded('day@gmail.example')
    expect(await handOver(bounceMail('gmail-mailbox-full', about))).to.equal('delayed')
    expect(await see()).to.include({ state: 'sent', reason: 'delayed' })
    expect((await see()).detail).to.match(/^4\.2\.2 452-4\.2\.2 The email account .* over quota/)
    const bounce = { messageId: about.messageId, status: '4.2.2', action: 'failed', reason: 'quota' }
    expect(await tell(bounce)).to.equal('bounced')
    expect(await tell({ messageId: about.messageId, status: '4.2.2' })).to.equal('unchanged')
    expect(await see()).to.include({ state: 'bounced', detail: '4.2.2 quota' })
  })

  it('are told as events too; what is no report, or about no mail of ours, changes nothing', async () => {
    const { about, see } = await reminded('di-vang@hungyen.example')
    expect(await handOver(bounceMail('out-of-office', about))).to.equal('unknown')
    expect(await tell({ messageId: '<khong-co@x.example>', status: '5.1.1' })).to.equal('unknown')
    expect(await tell({ returnPath: about.to, status: '2.0.0' })).to.equal('unchanged')
    expect((await see()).state).to.equal('sent')
    expect(await tell({ returnPath: `<${about.to}>`, status: '5.7.1', reason: 'spam' })).to.equal('bounced')
    expect((await see()).detail).to.equal('5.7.1 spam')
  })

  it('that come back before it is noted that they were sent have come back', async () => {
    const { about, see } = await reminded('som@hungyen.example')
    const id = about.messageId.slice(1).split('@')[0]!
    const lease = new Date(world.clock.now().getTime() + 60_000)
    await world.db
      .collection<{ _id: string }>('notices')
      .updateOne({ _id: id }, { $set: { state: 'queued', sentAt: null, leasedUntil: lease } })
    expect(await handOver(bounceMail('postfix-unknown-user', about))).to.equal('bounced')
    await world.container.ports.notices.settle([id], lease, { state: 'sent' })
    expect((await see()).state).to.equal('bounced')
  })

  it('are read from the input of the command line too', async () => {
    const { about, see } = await reminded('dong-lenh@hungyen.example')
    const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '')
    uri.pathname = `/${world.db.databaseName}`
    const { PATH = '', HOME = '', TEST_REDIS_URL = '' } = process.env
    const env = { PATH, HOME, DATA_DIR: world.mails.folder, SMTP_URL: server.url }
    const running = promisify(execFile)(process.execPath, ['--import=tsx', 'src/cli/main.ts', 'bounce'], {
      env: { ...env, MONGODB_URI: uri.href, REDIS_URL: TEST_REDIS_URL },
    })
    running.child.stdin?.end(bounceMail('postfix-unknown-user', about))
    expect((await running).stdout).to.equal('bounced\n')
    expect((await see()).state).to.equal('bounced')
  }).timeout(30_000)

  it('are on the call list with the reason, until the address is another one', async () => {
    expect(await toCall()).to.include('User unknown in virtual mailbox table')
    const { about } = await reminded('doi@hungyen.example')
    await tell({ messageId: about.messageId, status: '5.1.1', reason: 'doi dia chi' })
    expect(await toCall()).to.include('doi dia chi')
    await world.db
      .collection('enrolments')
      .updateOne(
        { 'person.email': 'doi@hungyen.example' },
        { $set: { 'person.email': 'moi@hungyen.example' } },
      )
    expect(await toCall()).not.to.include('doi dia chi')
  })

  it('are believed with the right signature alone, made within five minutes', async () => {
    const body = JSON.stringify({ messageId: '<x@y.example>', status: '5.1.1' })
    const message = bounceMail('out-of-office', {
      to: 'a@b.example',
      recipient: 'c@d.example',
      messageId: '<x>',
    })
    const now = world.clock.now()
    const cases: [string, (bytes: Buffer) => Record<string, string>][] = [
      ['none', () => ({})],
      ['of another secret', bytes => signed(bytes, now, 'một bí mật khác hẳn, cũng đủ dài')],
      ['of another body', bytes => signed(Buffer.concat([bytes, bytes]), now)],
      ['too old', bytes => signed(bytes, new Date(now.getTime() - 301_000))],
      ['of the future', bytes => signed(bytes, new Date(now.getTime() + 301_000))],
      ['at another time', bytes => ({ ...signed(bytes, now), 'X-Timestamp': '1544148001' })],
      ['without a time', bytes => ({ ...signed(bytes, now), 'X-Timestamp': '' })],
    ]
    for (const [name, headers] of cases) {
      const nobody = world.as('nobody')
      const asJson = await nobody
        .post(HOOK)
        .set(headers(Buffer.from(body)))
        .type('json')
        .send(body)
      expect([asJson.status, asJson.body.code], name).to.deep.equal([401, 'signature-not-valid'])
      const path = `${HOOK}/messages`
      const asMail = await nobody.post(path).set(headers(message)).type('message/rfc822').send(message)
      expect([asMail.status, asMail.body.code], name).to.deep.equal([401, 'signature-not-valid'])
    }
  })

  it('are taken as they should be sent, and up to 5 MB', async () => {
    const now = world.clock.now()
    const path = `${HOOK}/messages`
    const text = Buffer.from('x')
    await world.as('nobody').post(path).set(signed(text, now)).type('text/plain').send(text).expect(415)
    const large = Buffer.alloc(6 * 1024 * 1024, 'a\r\n')
    const { status } = await world
      .as('nobody')
      .post(path)
      .set(signed(large, now))
      .type('message/rfc822')
      .send(large)
    expect(status).to.equal(413)
    const bad = JSON.stringify({ messageId: '<x@y.example>', status: '550' })
    await world.as('nobody').post(HOOK).set(signed(bad, now)).type('json').send(bad).expect(400)
  })

  it('are no business of a house that has no secret', async () => {
    const closed = await openWorld()
    const body = JSON.stringify({ messageId: '<x@y.example>', status: '5.1.1' })
    const headers = signed(body, closed.clock.now())
    await closed.as('nobody').post(HOOK).set(headers).type('json').send(body).expect(404)
    await closed
      .as('nobody')
      .post(`${HOOK}/messages`)
      .set(headers)
      .type('message/rfc822')
      .send(body)
      .expect(404)
    await closed.close()
  })

  it('are read as a stream: garbage, cut or endless lines end in an answer', async () => {
    const whole = bounceMail('exchange-unknown-user', {
      to: 'a@b.example',
      recipient: 'c@d.example',
      messageId: '<e@f.example>',
    })
    const { bounceReader } = world.container.ports
    for (let length = 0; length < whole.length; length += 97)
      await bounceReader.read(Readable.from([whole.subarray(0, length)]))
    expect(await bounceReader.read(Readable.from([]))).to.equal(null)
    const endless = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(65_536, 'a: b\r\n')))
    expect(await bounceReader.read(endless)).to.equal(null)
    expect(endless.readableEnded, 'read to its end').to.equal(true)
    const report = await bounceReader.read(Readable.from([...whole].map(byte => Buffer.from([byte]))))
    expect(report?.mails).to.deep.equal(['a', 'e'])
    expect(report?.bounces).to.have.length(1)
  })
})
