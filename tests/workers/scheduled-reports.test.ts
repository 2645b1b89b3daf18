import { PassThrough } from 'node:stream'
import { expect } from 'chai'
import type { ParsedMail } from 'mailparser'
import { compileReport } from '../../src/commands/compile-report.ts'
import { deliverReports } from '../../src/commands/deliver-reports.ts'
import { reconcile } from '../../src/commands/reconcile.ts'
import { startScheduledReports } from '../../src/commands/start-scheduled-reports.ts'
import type { Report } from '../../src/domain/report.ts'
import { enrol } from '../support/builders.ts'
import { CAMPAIGN, type CastName } from '../support/cast.ts'
import { isTo, readMails } from '../support/inbox.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

/** Hanoi wall clock: the first hour of the schedule after the due date, Friday at 17:00. */
const AFTER_DUE = '2018-12-15T08:00:00+07:00'
const PAGES = `/dot/${CAMPAIGN.code}`

describe('reports compiled by the schedule', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    const off = ['before-due', 'after-due', 'invitation', 'due-day', 'last-call', 'digest', 'national-digest']
    const reports = { afterDue: true, formats: ['csv'] }
    await world.as('admin').patch(CAMPAIGN_PATH).send({ reminders: { off }, reports }).expect(200)
    await enrol(world, { unit: 'hung-yen-van-lam' })
    await enrol(world, { unit: 'hung-yen-van-giang' })
    await world.settle()
  })
  afterEach(async () => {
    await world.checkInvariants()
    await world.close()
  })

  const reports = async (): Promise<Pick<Report, 'id' | 'unit' | 'batch' | 'state' | 'occasion'>[]> =>
    (await world.as('admin').get(`${CAMPAIGN_PATH}/reports`).expect(200)).body
  const workAt = async (time: string) => {
    world.clock.set(time)
    await world.work()
    return { reports: await reports(), mails: await readMails(world) }
  }
  const to = (mails: readonly ParsedMail[], who: CastName): readonly ParsedMail[] =>
    mails.filter(isTo(`${who}@test.example`))
  const patch = async (change: object) => world.as('admin').patch(CAMPAIGN_PATH).send(change).expect(200)

  it('are those of all units with people and the nation’s, once, and come as links to who answers for them', async () => {
    expect(await workAt('2018-12-15T07:59:00+07:00')).to.deep.equal({ reports: [], mails: [] })
    const done = await workAt(AFTER_DUE)
    expect(done.reports.map(({ unit }) => unit)).to.have.members(['tld', 'hung-yen'])
    for (const report of done.reports)
      expect(report).to.deep.include({
        ...{ state: 'done', occasion: 'after-due', requestedBy: 'system', formats: ['csv'] },
        cutoff: new Date(AFTER_DUE).toISOString(),
      })
    const own = done.reports.find(({ unit }) => unit === 'hung-yen')
    const nation = done.reports.find(({ unit }) => unit === 'tld')
    const { publicUrl } = world.container.ports

    for (const who of ['staff.hung-yen', 'trainer.hung-yen'] as const) {
      const [mail, ...more] = to(done.mails, who)
      expect(more, who).to.deep.equal([])
      expect(mail!.subject).to.equal('Báo cáo tổng hợp sau hạn nộp: LĐLĐ tỉnh Hưng Yên')
      expect(mail!.text).to.include(`${publicUrl}${PAGES}/bao-cao/${own!.id}\n`)
      expect(mail!.text).to.include('Số liệu đến 08:00 ngày 15/12/2018')
      expect(mail!.html).to.include(`href="${publicUrl}${PAGES}/bao-cao/${own!.id}"`)
      expect(mail!.text).not.to.include(nation!.id)
      expect(mail!.attachments).to.deep.equal([])
      await world.as(who).get(`/api/v1/reports/${own!.id}`).expect(200)
    }
    // Only who may switch it off is told where.
    expect(to(done.mails, 'staff.hung-yen')[0]!.headers.has('list')).to.equal(true)
    expect(to(done.mails, 'trainer.hung-yen')[0]!.headers.has('list')).to.equal(false)

    const [national, ...more] = to(done.mails, 'trainer')
    expect(more).to.deep.equal([])
    expect(national!.subject).to.equal('Báo cáo tổng hợp sau hạn nộp: Tổng Liên đoàn Lao động Việt Nam')
    expect(national!.text).to.include(`${publicUrl}${PAGES}/bao-cao/${nation!.id}\n`)
    expect(national!.text).to.include(`${publicUrl}${PAGES}/cac-tinh/bao-cao/${nation!.batch}\n`)
    const batch = await world.as('trainer').get(`/api/v1/report-batches/${nation!.batch}`).expect(200)
    expect(batch.body).to.deep.include({ occasion: 'after-due', progress: 1 })
    for (const who of ['staff.hai-duong', 'trainer.hai-duong', 'admin'] as const)
      expect(to(done.mails, who), who).to.deep.equal([])

    const entry = await world.db.collection('audit').findOne({ action: 'report-batch.requested' })
    expect(entry!['actor'].id).to.equal('system')
    expect(entry!['details']).to.include({ occasion: 'after-due', reports: 2 })

    expect(await workAt('2018-12-15T09:00:00+07:00'), 'nothing more an hour later').to.deep.equal(done)
    expect(await workAt('2018-12-16T08:00:00+07:00'), 'nor the next day').to.deep.equal(done)
  }).timeout(120_000)

  it('come again for a due date that moves, on the day of every week that is set, and after the closing', async () => {
    const first = await workAt(AFTER_DUE)
    await patch({ dueAt: '2018-12-19T17:00:00+07:00', reports: { weekly: 5, afterClose: true } })
    expect(await workAt('2018-12-20T07:00:00+07:00')).to.deep.equal(first)
    const occasions = async (time: string) =>
      (await workAt(time)).reports.filter(({ unit }) => unit === 'hung-yen').map(({ occasion }) => occasion)
    expect(await occasions('2018-12-20T08:00:00+07:00')).to.deep.equal(['after-due', 'after-due'])
    expect(await occasions('2018-12-21T08:00:00+07:00')).to.deep.equal(['weekly', 'after-due', 'after-due'])
    // Down on the 28th: a week that was missed is not made up for, the closing is.
    const all = await workAt('2019-01-04T09:00:00+07:00')
    expect(all.reports.map(({ occasion }) => occasion).slice(0, 2)).to.deep.equal([
      'after-close',
      'after-close',
    ])
    expect(all.reports).to.have.length(8)
    expect(to(all.mails, 'staff.hung-yen')).to.have.length(4)
    await patch({ reminders: { language: 'en' }, closesAt: '2019-01-04T17:00:00+07:00' })
    const mail = to((await workAt('2019-01-05T08:00:00+07:00')).mails, 'trainer').find(({ subject }) =>
      subject!.startsWith('Report after the closing'),
    )
    expect(mail!.text).to.include('was compiled by itself').and.include('See the report of the unit below it')
  }).timeout(120_000)

  it('are asked for and told of once by several workers', async () => {
    await enrol(world, { unit: 'hai-duong-chi-linh' })
    await world.settle()
    world.clock.set(AFTER_DUE)
    const { ports } = world.container
    // What he reaches as an admin is not what he answers for.
    const admin = (await ports.accounts.byLogin('admin@test.example'))!
    const grants = [...admin.grants, { role: 'staff', units: ['hung-yen', 'hai-duong'] } as const]
    await ports.accounts.save({ ...admin, grants })
    const several = async (work: () => Promise<unknown>) => Promise.allSettled([1, 2, 3, 4].map(work))
    await several(async () => reconcile(ports)(world.clock.now()))
    expect(await reports()).to.have.length(3)
    for (const { id } of await reports()) await compileReport(ports)(id)
    await several(async () => deliverReports(ports)(world.clock.now()))
    const done = await workAt(AFTER_DUE)
    expect(done.reports).to.have.length(3)
    expect(done.mails).to.have.length(6)
    const [mail] = to(done.mails, 'admin')
    expect(mail!.subject).to.equal('Báo cáo tổng hợp sau hạn nộp: 2 đơn vị')
    expect(mail!.text!.match(/^Xem báo cáo của .+?:/gm)).to.deep.equal([
      'Xem báo cáo của LĐLĐ tỉnh Hải Dương:',
      'Xem báo cáo của LĐLĐ tỉnh Hưng Yên:',
    ])
    expect(await deliverReports(ports)(world.clock.now())).to.equal(0)
  }).timeout(120_000)

  it('go on after a kill, wherever it was', async () => {
    world.clock.set(AFTER_DUE)
    const { ports } = world.container
    const killed = async () => Promise.reject(new Error('killed'))
    const now = () => world.clock.now()
    const fails = async (work: Promise<unknown>): Promise<void> => {
      const error: unknown = await work.then(
        () => null,
        (reason: unknown) => reason,
      )
      expect(String(error)).to.include('killed')
    }

    // While they are written down: none is.
    const audit = { ...ports.audit, write: killed }
    await fails(startScheduledReports({ ...ports, audit })(CAMPAIGN.code, now()))
    expect(await reports()).to.deep.equal([])

    // In the middle of one: its stream stays open, and its lease is renewed no more.
    await startScheduledReports(ports)(CAMPAIGN.code, now())
    const [first] = await reports()
    const stream = new PassThrough()
    const dying = compileReport({
      ...ports,
      reports: { ...ports.reports, renew: killed },
      reportWriters: { ...ports.reportWriters, csv: () => stream },
    })(first!.id)
    while (!(await reports()).some(({ state }) => state === 'running'));
    expect(await deliverReports(ports)(now()), 'not before all are over').to.equal(0)

    // While its people are told: nobody is.
    world.clock.set('2018-12-15T08:01:00+07:00')
    for (const { id } of await reports()) await compileReport(ports)(id)
    await fails(deliverReports({ ...ports, notices: { ...ports.notices, insert: killed } })(now()))
    expect(await world.db.collection('notices').countDocuments()).to.equal(0)

    const done = await workAt('2018-12-15T08:02:00+07:00')
    expect(done.reports.map(({ state }) => state)).to.deep.equal(['done', 'done'])
    expect(done.mails).to.have.length(3)
    stream.end()
    await dying
    expect(await workAt('2018-12-15T08:03:00+07:00')).to.deep.equal(done)
  }).timeout(120_000)

  it('are not told to whom it is switched off, who is gone, or of what nobody compiled; nor in the silent hours', async () => {
    await enrol(world, { unit: 'hai-duong-chi-linh' })
    await world.settle()
    await world
      .as('staff.hung-yen')
      .put(`${CAMPAIGN_PATH}/units/hung-yen/mail-switches`)
      .send({ off: ['scheduled-report'] })
      .expect(204)
    // Down over the hour itself.
    const late = await workAt('2018-12-15T22:00:00+07:00')
    expect(late.reports.map(({ state }) => state)).to.deep.equal(['done', 'done', 'done'])
    expect(late.mails).to.deep.equal([])
    const gone = (await world.container.ports.accounts.byLogin('trainer.hai-duong@test.example'))!
    await world.container.ports.accounts.save({ ...gone, disabled: true })
    const morning = await workAt('2018-12-16T06:00:00+07:00')
    expect(morning.mails.map(({ to }) => [to].flat()[0]!.text).sort()).to.deep.equal([
      'staff.hai-duong@test.example',
      'trainer@test.example',
    ])
    expect(to(morning.mails, 'trainer')[0]!.text).to.include('1 đơn vị')

    await patch({ dueAt: '2018-12-17T17:00:00+07:00' })
    world.clock.set('2018-12-18T08:00:00+07:00')
    await startScheduledReports(world.container.ports)(CAMPAIGN.code, world.clock.now())
    const [next] = await reports()
    await world.as('trainer').delete(`/api/v1/report-batches/${next!.batch}`).expect(204)
    const cancelled = await workAt('2018-12-18T08:00:00+07:00')
    expect(cancelled.reports).to.have.length(6)
    expect(cancelled.mails).to.have.length(2)
  }).timeout(120_000)
})
