import { PassThrough } from 'node:stream'
import { expect } from 'chai'
import { compileReport } from '../../src/commands/compile-report.ts'
import type { ReportState } from '../../src/domain/report.ts'
import { UNITS } from '../support/cast.ts'
import { CAMPAIGN_PATH } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

interface Seen {
  readonly id: string
  readonly progress: number
  readonly finishedAt: string | null
  readonly states: Readonly<Record<ReportState, number>>
  readonly reports: readonly { readonly report: { readonly id: string; readonly state: ReportState } }[]
}

describe('the reports of all provinces at once, killed in the middle', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    const { ports } = world.container
    const more = ['Bắc Giang', 'Cà Mau', 'Đắk Lắk', 'Gia Lai'].map((name, n) => {
      const code = `tinh-${n}`
      return { ...UNITS[1]!, code, name: `LĐLĐ tỉnh ${name}`, path: ['tld', code] }
    })
    await ports.transact(async tx => ports.units.save(more, tx))
  })
  after(async () => world.close())

  const see = async (id: string): Promise<Seen> =>
    (await world.as('trainer').get(`/api/v1/report-batches/${id}`).expect(200)).body
  const compilations = async (): Promise<number> =>
    world.db.collection('audit').countDocuments({ action: 'report.compiled' })

  it('goes on where it stopped: what is done is not compiled again', async () => {
    const asked = { formats: ['csv'] }
    const { body } = await world.as('trainer').post(`${CAMPAIGN_PATH}/report-batches`).send(asked).expect(202)
    const [first, second, third] = (await see(body.id)).reports.map(({ report }) => report.id)
    const { ports } = world.container
    await compileReport(ports)(first!)
    await compileReport(ports)(second!)
    // As one who is killed: his stream stays open, and his lease is renewed no more.
    const stream = new PassThrough()
    const reports = { ...ports.reports, renew: async () => Promise.reject(new Error('killed')) }
    const reportWriters = { ...ports.reportWriters, csv: () => stream }
    const killed = compileReport({ ...ports, reports, reportWriters })(third!)
    while ((await see(body.id)).states.running === 0);
    const before = await see(body.id)
    expect(before.states).to.deep.equal({ queued: 3, running: 1, done: 2, failed: 0, cancelled: 0 })
    expect(before.progress).to.be.within(2 / 6, 3 / 6)
    const done = before.reports.filter(({ report }) => report.state === 'done')

    world.clock.set('2018-12-07T02:01:00Z')
    await world.work()
    const after = await see(body.id)
    expect(after).to.deep.include({ progress: 1, finishedAt: '2018-12-07T02:01:00.000Z' })
    expect(after.states).to.include({ done: 6 })
    // To the byte and to the moment the same as before.
    expect(after.reports).to.deep.include.members(done)
    expect(await compilations()).to.equal(6)
    stream.end()
    await killed
    expect(await compilations()).to.equal(6)
  })
})
