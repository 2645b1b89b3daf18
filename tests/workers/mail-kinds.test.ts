import { expect } from 'chai'
import { USUAL_REMINDERS } from '../../src/domain/campaign.ts'
import { enrol } from '../support/builders.ts'
import { readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const BASE = '/api/v1/campaigns/nghi-quyet-12-cdvn'

describe('kinds of mail', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => world.close())

  const schedule = async (reminders: object) => world.as('admin').patch(BASE).send({ reminders }).expect(200)
  let seen = 0
  /** Hanoi wall clock; who got a mail since. */
  const workAt = async (time: string): Promise<string[]> => {
    world.clock.set(new Date(`${time.replace(' ', 'T')}:00+07:00`))
    await world.work()
    const mails = await readMails(world)
    const fresh = mails.slice(seen)
    seen = mails.length
    return fresh.flatMap(mail => [mail.to ?? []].flat().map(to => to.text)).sort()
  }
  const kinds = async (): Promise<string[]> =>
    (await world.db.collection('notices').find().sort({ createdAt: 1 }).toArray()).map(n => n['kind'])

  it('go out through a campaign, each at its time; whoever joins late is invited late', async () => {
    seen = 0
    await schedule({ off: [] })
    world.clock.set('2018-12-05T02:00:00Z')
    await enrol(world, { email: 'som@test.example' })
    expect(await workAt('2018-12-06 08:00')).to.deep.equal(['som@test.example'])
    expect(await workAt('2018-12-06 09:00'), 'once').to.deep.equal([])
    world.clock.set(new Date('2018-12-11T08:30:00+07:00'))
    await enrol(world, { email: 'muon@test.example' })
    expect(await workAt('2018-12-11 09:00')).to.deep.equal(['som@test.example'])
    expect(await workAt('2018-12-12 08:00'), 'invited').to.deep.equal(['muon@test.example'])
    for (const day of ['12-13', '12-14', '12-21', '12-28', '12-30'])
      expect(await workAt(`2018-${day} 08:00`), day).to.deep.equal(['muon@test.example', 'som@test.example'])
    expect(await workAt('2019-01-01 08:00')).to.deep.equal([])
    expect((await kinds()).filter(kind => kind === 'invitation')).to.have.length(2)
    expect(new Set(await kinds())).to.deep.equal(
      new Set(['invitation', 'before-due', 'due-day', 'after-due', 'last-call']),
    )
  }).timeout(60_000)

  it('tell of an answer to a request for extension, and open no office by a link that lies in a mailbox', async () => {
    seen = 0
    const { ports } = world.container
    const { id } = await enrol(world, { email: 'xin@test.example', name: 'Nguyễn Thị Thắm' })
    await ports.extensionRequests.insert({
      ...{ id: 'r1', campaign: 'nghi-quyet-12-cdvn', enrolment: id, reason: 'ốm', answer: null },
      dueAt: new Date('2018-12-18T10:00:00Z'),
      requestedAt: world.clock.now(),
    })
    const staff = world.as('staff.hung-yen')
    await staff
      .post(`${BASE}/extension-requests/answers`)
      .send({ requests: ['r1'], verdict: 'approved', note: 'Chúc đồng chí mau khoẻ.' })
      .expect(200)
    expect(await workAt('2018-12-07 22:30'), 'at any hour').to.deep.equal(['xin@test.example'])
    const [answer] = await readMails(world)
    expect(answer!.subject).to.equal('Được gia hạn nộp bài thu hoạch đến 17:00 ngày 18/12/2018')
    expect(answer!.text).to.include('Lời nhắn: Chúc đồng chí mau khoẻ.')

    // An officer in the rosters, and two who share an address: none of them gets a link.
    const officer = await enrol(world, { email: 'staff.hung-yen@test.example' })
    const shared = [
      await enrol(world, { email: 'vp@test.example' }),
      await enrol(world, { email: 'vp@test.example' }),
    ]
    world.clock.set(new Date('2018-12-08T09:00:00+07:00'))
    const enrolments = [officer, ...shared, { id }].map(one => one.id)
    await staff.post(`${BASE}/reminder-waves`).send({ enrolments }).expect(202)
    await world.work()
    const withLink = (await readMails(world)).slice(1).filter(mail => mail.text?.includes('/dang-nhap/'))
    expect(withLink.map(mail => [mail.to ?? []].flat().map(to => to.text))).to.deep.equal([
      ['xin@test.example'],
    ])
  }).timeout(40_000)

  it('of the schedule wait for the morning; receipts, and what is sent by hand, do not', async () => {
    seen = 0
    const { id } = await enrol(world, { email: 'dem@test.example' })
    // Nobody was at work by day.
    expect(await workAt('2018-12-11 22:00'), 'the wave of the morning').to.deep.equal([])
    world.clock.set(new Date('2018-12-11T22:05:00+07:00'))
    const staff = world.as('staff.hung-yen')
    await staff
      .post(`${BASE}/enrolments/${id}/submissions`)
      .send({ topics: ['CD1'], text: 'Nhận thức của tôi về nghị quyết.' })
      .expect(201)
    await staff.post(`${BASE}/reminder-waves`).send({ unit: 'hung-yen' }).expect(202)
    expect(await workAt('2018-12-11 22:10')).to.deep.equal(['dem@test.example', 'dem@test.example'])
    expect(await workAt('2018-12-12 05:59')).to.deep.equal([])
    expect(await workAt('2018-12-12 06:00')).to.deep.equal(['dem@test.example'])
    expect((await readMails(world)).map(mail => mail.subject)).to.have.members([
      'Đã nhận bài thu hoạch chuyên đề 1',
      'Nhắc nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
      'Nhắc nộp bài thu hoạch: còn thiếu chuyên đề 2, 3, 4 và 5',
    ])
  })

  it('are switched off for a unit and all below it, of what is queued too, but not by hand', async () => {
    seen = 0
    await enrol(world, { email: 'lam@test.example' })
    await enrol(world, { email: 'giang@test.example', unit: 'hung-yen-van-giang' })
    const staff = world.as('staff.hung-yen')
    const off = async (unit: string, list: string[]) =>
      staff.put(`${BASE}/units/${unit}/mail-switches`).send({ off: list }).expect(204)
    await off('hung-yen-van-lam', ['before-due'])
    expect(await workAt('2018-12-11 08:00')).to.deep.equal(['giang@test.example'])
    await off('hung-yen', ['before-due'])
    await off('hung-yen-van-lam', [])
    expect(await workAt('2018-12-13 08:00')).to.deep.equal([])
    await staff.post(`${BASE}/reminder-waves`).send({ unit: 'hung-yen' }).expect(202)
    expect(await workAt('2018-12-13 09:00')).to.deep.equal(['giang@test.example', 'lam@test.example'])
    await off('hung-yen', [])
    expect(await workAt('2018-12-21 08:00')).to.have.length(2)
    await world
      .as('staff.hai-duong')
      .put(`${BASE}/units/hung-yen/mail-switches`)
      .send({ off: [] })
      .expect(404)
  })

  it('follow the schedule as data: days of the week, holidays, hours that make sense', async () => {
    const usual = { ...USUAL_REMINDERS }
    const { body } = await schedule({
      weekdays: [1, 2, 3, 4, 5],
      holidays: ['2018-12-13'],
      off: ['invitation', 'due-day', 'last-call', 'digest', 'national-digest'],
    })
    expect(body.reminders).to.deep.include({ daysBefore: usual.daysBefore, weekdays: [1, 2, 3, 4, 5] })
    const wrong = await world
      .as('admin')
      .patch(BASE)
      .send({ reminders: { hour: 22 } })
      .expect(400)
    expect(wrong.body.problems[0].detail).to.include('giờ nhắc nằm trong khoảng giờ không gửi thư')
    seen = 0
    await enrol(world, { email: 'chung@test.example' })
    expect(await workAt('2018-12-11 08:00')).to.have.length(1)
    expect(await workAt('2018-12-12 08:00'), 'a day early').to.have.length(1)
    expect(await workAt('2018-12-13 08:00')).to.deep.equal([])
  })
})
