import { expect } from 'chai'
import type { ParsedMail } from 'mailparser'
import readExcel from 'read-excel-file/node'
import { reconcile } from '../../src/commands/reconcile.ts'
import { enrol } from '../support/builders.ts'
import { isTo, readMails } from '../support/inbox.ts'
import { openWorld, type World } from '../support/world.ts'

const BASE = '/api/v1/campaigns/nghi-quyet-12-cdvn'
/** Hanoi wall clock; a Monday. */
const MONDAY = '2018-12-10T08:00:00+07:00'

describe('digests', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    const off = ['invitation', 'before-due', 'due-day', 'after-due', 'last-call']
    await world.as('admin').patch(BASE).send({ reminders: { off } }).expect(200)
  })
  afterEach(async () => world.close())

  const workAt = async (time: string): Promise<ParsedMail[]> => {
    world.clock.set(new Date(time))
    await world.work()
    return readMails(world)
  }
  const to = (mails: readonly ParsedMail[], login: string) => mails.filter(isTo(`${login}@test.example`))

  it('tell staff weekly who owes, by unit, with the list of their own people; admins of the country', async () => {
    await enrol(world, { name: 'Nguyễn Thị Thắm' })
    await enrol(world, { name: 'Trần Văn Bình', unit: 'hung-yen-van-giang' })
    await enrol(world, { name: 'Người Hải Dương', unit: 'hai-duong-chi-linh' })
    await world.settle()
    expect(await workAt('2018-12-10T07:59:00+07:00')).to.deep.equal([])
    const mails = await workAt(MONDAY)
    expect(await workAt('2018-12-10T09:00:00+07:00'), 'once').to.have.length(mails.length)
    expect(await workAt('2018-12-11T08:00:00+07:00'), 'not on other days').to.have.length(mails.length)

    const [mail, ...more] = to(mails, 'staff.hung-yen')
    expect(more).to.deep.equal([])
    expect(mail!.subject).to.equal('2 trong 2 cán bộ chưa nộp đủ bài thu hoạch: LĐLĐ tỉnh Hưng Yên')
    expect(mail!.text).to.include('- LĐLĐ huyện Văn Giang: 1 trong 1 chưa nộp đủ')
    expect(mail!.headers.has('list')).to.equal(true)
    const [list] = mail!.attachments
    expect(list!.filename).to.match(/\.xlsx$/)
    const cells = JSON.stringify(await readExcel(list!.content))
    expect(cells).to.include('Nguyễn Thị Thắm').and.include('Trần Văn Bình').and.not.include('Hải Dương')

    const [national] = to(mails, 'admin')
    expect(national!.subject).to.include('3 trong 3 cán bộ').and.include('Tổng Liên đoàn')
    expect(national!.attachments).to.deep.equal([])
    expect(to(mails, 'trainer')).to.deep.equal([])
  }).timeout(60_000)

  it('are written once by several workers, and not to whom they are switched off', async () => {
    await enrol(world)
    await enrol(world, { unit: 'hai-duong-chi-linh' })
    await world.settle()
    await world
      .as('staff.hung-yen')
      .put(`${BASE}/units/hung-yen/mail-switches`)
      .send({ off: ['digest'] })
      .expect(204)
    world.clock.set(new Date(MONDAY))
    const { ports } = world.container
    await Promise.all([1, 2, 3].map(async () => reconcile(ports)(world.clock.now())))
    const mails = await workAt(MONDAY)
    expect(to(mails, 'staff.hung-yen')).to.deep.equal([])
    expect(to(mails, 'staff.hai-duong')).to.have.length(1)
    expect(to(mails, 'admin')).to.have.length(1)
  }).timeout(60_000)
})
