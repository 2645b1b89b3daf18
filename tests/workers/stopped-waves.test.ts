import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { planWave } from '../../src/commands/plan-wave.ts'
import { sendDue } from '../../src/commands/send-due.ts'
import { sendTestReminder } from '../../src/commands/send-test-reminder.ts'
import { HOUSE } from '../../src/domain/permission.ts'
import { actorOf } from '../../src/ports/accounts.ts'
import { runWorker } from '../../workers/run.ts'
import { openBeside } from '../support/beside.ts'
import { enrol } from '../support/builders.ts'
import { castAccounts } from '../support/cast.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const WAVES = '/api/v1/campaigns/nghi-quyet-12-cdvn/reminder-waves'

describe('a wave that is stopped', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const staff = () => world.as('staff.hung-yen')
  const begin = async (people: number): Promise<string> => {
    for (let n = 0; n < people; n += 1) await enrol(world)
    return (await staff().post(WAVES).send({ unit: 'hung-yen' }).expect(202)).body.id
  }
  const see = async (id: string) => (await staff().get(`${WAVES}/${id}`).expect(200)).body
  const turn = async (id: string, verb: 'stop' | 'resume') =>
    staff().post(`${WAVES}/${id}/${verb}`).expect(204)

  it('before its notices are written writes none, and goes on when it may', async () => {
    const id = await begin(3)
    await turn(id, 'stop')
    await turn(id, 'stop')
    await world.work()
    expect(await see(id)).to.deep.include({
      state: 'stopped',
      counts: { queued: 0, sent: 0, bounced: 0, failed: 0, skipped: 0 },
    })
    await turn(id, 'resume')
    await turn(id, 'resume')
    await world.work()
    expect(await see(id)).to.deep.include({
      state: 'done',
      counts: { queued: 0, sent: 3, bounced: 0, failed: 0, skipped: 0 },
    })
    expect(await readMails(world)).to.have.length(3)
  })

  it('is got round by nobody: not by jobs in the queue, other workers, or one that died with a notice in hand', async () => {
    const id = await begin(4)
    const { ports } = world.container
    await planWave(ports)(HOUSE, id, world.clock.now())
    // Somebody took one and was killed; his lease runs out while the wave is stopped.
    const until = new Date(world.clock.now().getTime() + 1000)
    expect(await ports.notices.take('reminders', 1, world.clock.now(), until)).to.have.length(1)
    await turn(id, 'stop')
    await sendDue(ports)(HOUSE, 'reminders')
    world.clock.set('2018-12-07T03:00:00Z')
    const beside = await openBeside(world)
    const other = await runWorker(beside)
    await world.work()
    await other.stop()
    await beside.close()
    expect(await readMails(world)).to.deep.equal([])
    expect(await see(id)).to.deep.include({
      state: 'stopped',
      counts: { queued: 4, sent: 0, bounced: 0, failed: 0, skipped: 0 },
    })
    await turn(id, 'resume')
    await world.work()
    expect(await readMails(world)).to.have.length(4)
  })

  it('in the midst of sending begins no further mail', async () => {
    const id = await begin(40)
    const worker = await runWorker(world.container)
    while ((await readMails(world)).length === 0) await pause(5)
    await turn(id, 'stop')
    // What was on its way then may arrive, and nothing else does.
    await worker.stop()
    const { sent, queued } = (await see(id)).counts
    await world.work()
    expect((await see(id)).counts).to.include({ sent, queued })
    expect(await readMails(world)).to.have.length(sent)
    await turn(id, 'resume')
    await world.work()
    const addresses = (await readMails(world)).flatMap(mail => [mail.to ?? []].flat().map(to => to.text))
    expect(addresses).to.have.length(40)
    expect(new Set(addresses).size, 'nobody twice').to.equal(40)
    const audit = await world.db
      .collection('audit')
      .find({ target: `wave:${id}` })
      .toArray()
    expect(audit.map(entry => entry['action'])).to.have.members([
      'reminder-wave.stopped',
      'reminder-wave.resumed',
    ])
  })

  it('can be stopped only by who answers for all whom it reaches', async () => {
    await enrol(world)
    const all = (await world.as('admin').post(WAVES).send({ unit: 'tld' }).expect(202)).body.id
    await planWave(world.container.ports)(HOUSE, all, world.clock.now())
    const answer = await staff().post(`${WAVES}/${all}/stop`).expect(403)
    expect(answer.body.code).to.equal('wave-reaches-beyond')
    await world.as('staff.hai-duong').post(`${WAVES}/${all}/stop`).expect(404)
    await world.as('admin').post(`${WAVES}/${all}/stop`).expect(204)
  })
})

describe('a trial of a reminder', () => {
  it('goes to who asked for it, marked as one, and to nobody else', async () => {
    const world = await openWorld()
    const path = '/api/v1/campaigns/nghi-quyet-12-cdvn/test-reminders'
    const ask = async (status: number) =>
      world.as('staff.hung-yen').post(path).send({ unit: 'hung-yen' }).expect(status)
    expect((await ask(422)).body.code).to.equal('nobody-to-remind')
    await enrol(world, { name: 'Nguyễn Thị Thắm' })
    expect((await ask(200)).body).to.deep.equal({ to: 'staff.hung-yen@test.example' })
    const [mail, ...others] = await readMails(world)
    expect(others).to.deep.equal([])
    expect(mail!.subject).to.match(/^\[Thử\] Nhắc nộp bài thu hoạch/)
    expect(mail!.text).to.include('Kính gửi đồng chí Nguyễn Thị Thắm')

    const nowhere = await openBeside(world, { smtpUrl: 'smtp://127.0.0.1:1' })
    const staff = castAccounts.find(account => account.id === 'staff.hung-yen')
    const asked = { campaign: 'nghi-quyet-12-cdvn', unit: 'hung-yen' }
    const refused = await sendTestReminder(nowhere.ports)(actorOf(staff!), asked, world.clock.now())
    expect(refused).to.have.nested.property('problems[0].code', 'mail-not-sent')
    await nowhere.close()
    await world.close()
  })
})
