import { PassThrough } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { compileReport } from '../../src/commands/compile-report.ts'
import type { Ports } from '../../src/ports/index.ts'
import { enrol } from '../support/builders.ts'
import { askForReport, downloadReport, handIn, PDF, seeReport } from '../support/reporting.ts'
import { openWorld, type World } from '../support/world.ts'

/** A ZIP that cannot be written. */
const brokenZip = () => {
  const bytes = new PassThrough()
  bytes.destroy(new Error('no space left'))
  return bytes
}

describe('compiling a report', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await handIn(world, (await enrol(world)).id, 'CD1', PDF, 'bài.pdf')
  })
  afterEach(async () => world.close())

  /** What lies in the store of report files: each file's id, and those of chunks. */
  const stored = async () => {
    const files = await world.db.collection('reports.files').distinct('_id')
    const chunks = await world.db.collection('reports.chunks').distinct('files_id')
    return new Set([...files, ...chunks].map(String))
  }
  const filesOf = async (id: string): Promise<Set<string>> =>
    new Set(
      (await world.container.ports.reports.find({ kind: 'everything' }, id))!.files.map(file => file.fileId),
    )

  /** The house with a ZIP that begins and then waits: the kill, the cancelling comes while it does. */
  const stalled = () => {
    const zip = new PassThrough()
    const { ports } = world.container
    let begin: () => void
    const begun = new Promise<void>(resolve => {
      begin = resolve
    })
    const writers: Ports['reportWriters'] = {
      ...ports.reportWriters,
      zip() {
        zip.write(Buffer.alloc(3 * 1024 * 1024))
        begin()
        return zip
      },
    }
    return { ports: { ...ports, reportWriters: writers }, begun, zip }
  }

  it('is begun again after a kill, and what the killed one left is removed', async () => {
    const id = await askForReport(world)
    const { ports } = world.container
    const dead = { report: id, holder: 'dead' }
    const claimed = await ports.reports.claim(dead, world.clock.now(), new Date('2018-12-07T02:00:30Z'))
    expect(claimed).to.include({ attempt: 1 })
    // Some chunks, and no files document: how a killed process leaves a stream.
    const left = ports.random.id()
    await ports.reports.addDraft(dead, left)
    const upload = new PassThrough()
    const broken = ports.reportFiles.write(left, 'x', upload, new AbortController().signal).catch(() => null)
    upload.write(Buffer.alloc(2 * 1024 * 1024))
    while ((await stored()).size === 0) await pause(20)

    await world.work()
    expect(await seeReport(world, id)).to.include({ state: 'running' })
    world.clock.set('2018-12-07T02:01:00Z')
    await world.work()
    expect(await seeReport(world, id)).to.include({ state: 'done', progress: 1 })
    expect(await stored()).to.deep.equal(await filesOf(id))
    upload.destroy()
    await broken
  })

  it('is done by one worker though several are asked', async () => {
    const id = await askForReport(world)
    await Promise.all(Array.from({ length: 4 }, async () => compileReport(world.container.ports)(id)))
    expect((await seeReport(world, id)).state).to.equal('done')
    expect(await world.db.collection('audit').countDocuments({ action: 'report.compiled' })).to.equal(1)
    expect((await stored()).size).to.equal(2)
  })

  it('leaves no half report: nothing is offered before all of it is there', async () => {
    const id = await askForReport(world)
    const { ports, begun, zip } = stalled()
    const compiling = compileReport(ports)(id)
    await begun
    expect(await seeReport(world, id)).to.deep.include({ state: 'running', files: [] })
    const path = `/api/v1/reports/${id}/files/xlsx`
    const answer = await world.as('staff.hung-yen').get(path).expect(409)
    expect(answer.body.code).to.equal('report-not-ready')
    zip.end()
    await compiling
    expect((await seeReport(world, id)).files).to.have.length(2)
  })

  it('stops when it is cancelled, and keeps nothing', async () => {
    const id = await askForReport(world)
    const { ports, begun } = stalled()
    const compiling = compileReport(ports)(id)
    await begun
    const staff = world.as('staff.hung-yen')
    await staff.delete(`/api/v1/reports/${id}`).expect(204)
    await staff.delete(`/api/v1/reports/${id}`).expect(204)
    await compiling
    expect(await seeReport(world, id)).to.deep.include({ state: 'cancelled', files: [] })
    expect((await stored()).size).to.equal(0)
    await world.work()
    expect((await seeReport(world, id)).state).to.equal('cancelled')
  })

  it('gives up when it cannot renew its lease, and never overwrites him who took over', async () => {
    const id = await askForReport(world)
    const { ports, begun, zip } = stalled()
    const cutOff = { ...ports.reports, renew: async () => Promise.reject(new Error('MongoDB is far away')) }
    const slow = compileReport({ ...ports, reports: cutOff })(id)
    await begun
    world.clock.set('2018-12-07T02:01:00Z')
    await compileReport(world.container.ports)(id)
    const files = await filesOf(id)
    expect(files.size).to.equal(2)
    zip.end()
    await slow
    expect(await filesOf(id)).to.deep.equal(files)
    expect(await stored()).to.deep.equal(files)
  })

  it('fails with a reason after three attempts, and can then be asked for again', async () => {
    const id = await askForReport(world)
    const { ports } = world.container
    const failing = { ...ports, reportWriters: { ...ports.reportWriters, zip: brokenZip } }
    for (const state of ['queued', 'queued', 'failed']) {
      const outcome = await compileReport(failing)(id).catch(String)
      expect(outcome).to.include('no space left')
      expect((await seeReport(world, id)).state).to.equal(state)
    }
    expect((await seeReport(world, id)).failure.code).to.equal('unexpected')
    expect((await stored()).size).to.equal(0)
    const again = await askForReport(world)
    expect(again).not.to.equal(id)
    await world.work()
    expect((await seeReport(world, again)).state).to.equal('done')
  })

  it('keeps its files when only the answer of the last transaction was lost', async () => {
    const id = await askForReport(world)
    const { ports } = world.container
    const transact: Ports['transact'] = async work => {
      await ports.transact(work)
      throw new Error('the line broke')
    }
    const outcome = await compileReport({ ...ports, transact })(id).catch(String)
    expect(outcome).to.include('the line broke')
    expect((await seeReport(world, id)).state).to.equal('done')
    expect(await stored()).to.deep.equal(await filesOf(id))
  })

  it('says so when it was interrupted too often', async () => {
    const id = await askForReport(world)
    const { reports } = world.container.ports
    const over = new Date('2018-12-07T01:59:59Z')
    for (const holder of ['a', 'b', 'c']) await reports.claim({ report: id, holder }, world.clock.now(), over)
    await world.work()
    expect(await seeReport(world, id)).to.deep.include({ state: 'failed' })
    expect((await seeReport(world, id)).failure.code).to.equal('report-interrupted')
  })

  it('is the same from the same cut-off, whatever came after', async () => {
    const cutoff = world.clock.now().toISOString()
    const before = await askForReport(world, { cutoff, formats: ['zip'] })
    await world.work()
    world.clock.set('2018-12-13T02:00:00Z')
    const late = await enrol(world)
    await handIn(world, late.id, 'CD1', PDF, 'bài.pdf')
    const after = await askForReport(world, { cutoff, formats: ['zip'] })
    await world.work()
    // The very bytes: names, times and order of entries are all told by the cut-off.
    expect(
      (await downloadReport(world, after, 'zip')).equals(await downloadReport(world, before, 'zip')),
    ).to.equal(true)
    const now = await askForReport(world, { formats: ['zip'] })
    await world.work()
    const digestOf = async (id: string) => (await seeReport(world, id)).digest
    expect(await digestOf(after)).to.deep.equal(await digestOf(before))
    expect((await digestOf(after)).totals).to.include({ people: 1, submitted: 1, expected: 5 })
    expect((await digestOf(now)).rowsSha256).not.to.equal((await digestOf(after)).rowsSha256)
    expect((await digestOf(now)).totals).to.include({ people: 2, submitted: 2, expected: 10 })
    expect((await downloadReport(world, now, 'zip')).length).to.be.greaterThan(PDF.length * 2)
  })
})
