import type { Readable } from 'node:stream'
import { sha256OfLines } from '../crypto/sha256.ts'
import { HOUSE, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report, ReportDigest, ReportId } from '../domain/report.ts'
import type { Ports } from '../ports/index.ts'
import type { ClaimedReport, Lease } from '../ports/reports.ts'
import { letterheadOf } from '../queries/letterhead.ts'
import { totalsOfEntries } from '../reports/by-unit.ts'
import { entryLines } from '../reports/digest.ts'
import { entriesOf, type ReportSubject } from '../reports/entries.ts'
import { inParts, type ReportEssay, reportEssays } from '../reports/essays.ts'
import { reportDocument } from '../reports/report.ts'
import { volumeEssays } from '../reports/volume.ts'
import { type BindingPorts, bindPhotos } from './bind-photos.ts'
import { holdLease, leaseEnd } from './hold-lease.ts'
import { READ, type ReportContents, writeReportFiles } from './write-report-files.ts'

type CompilePorts = BindingPorts &
  Pick<
    Ports,
    | 'audit'
    | 'campaigns'
    | 'clock'
    | 'extensions'
    | 'letterheads'
    | 'random'
    | 'reportFiles'
    | 'reports'
    | 'reportSource'
    | 'reportWriters'
    | 'transact'
    | 'units'
  >

/** A compilation that was begun this often and never finished is not begun again. */
const MAX_ATTEMPTS = 3

/** The lease was lost on the way: what was begun is nobody's any more. */
const LOST = new Error('the lease of the report was lost')

interface Compilation {
  readonly ports: CompilePorts
  readonly report: Report
  readonly lease: Lease
  readonly hold: ReturnType<typeof holdLease>
  /** Files begun, to be removed unless they become the report's. */
  readonly begun: string[]
}

const findSubject = async ({ ports, report }: Compilation): Promise<ReportSubject | null> => {
  const [campaign, subtree] = await Promise.all([
    ports.campaigns.find(report.campaign),
    ports.units.subtree(report.unit),
  ])
  const unit = subtree.find(({ code }) => code === report.unit)
  if (campaign === null || unit === undefined) return null
  return { campaign, unit, subtree, cutoff: report.cutoff }
}

const readPeople = async ({ ports, hold }: Compilation, subject: ReportSubject) => {
  const { campaign, subtree, cutoff } = subject
  const people = entriesOf(subject)
  const codes = subtree.map(({ code }) => code)
  for await (const batch of ports.reportSource.read(campaign.code, codes, cutoff)) {
    if (hold.signal.aborted) throw LOST
    for (const { enrolment, versions } of batch) people.add(enrolment, versions)
  }
  hold.setProgress(READ)
  return { entries: people.sorted(), units: people.units }
}

/** Photos that the worker has not come to yet are bound now: a report never lacks what was handed in. */
const withBound = async (
  { ports, hold }: Compilation,
  essays: readonly ReportEssay[],
): Promise<readonly ReportEssay[]> => {
  const bound: ReportEssay[] = []
  for (const essay of essays) {
    const { version } = essay
    if (hold.signal.aborted) throw LOST
    const loose = version.bound === undefined && version.file?.pages !== undefined ? version.file : null
    const pdf = loose && (await bindPhotos(ports)(loose.id, ports.clock.now()))
    bound.push(pdf === null ? essay : { ...essay, version: { ...version, bound: pdf } })
  }
  return bound
}

const contentsOf = async (
  compilation: Compilation,
  subject: ReportSubject,
): Promise<ReportContents & { readonly digest: ReportDigest }> => {
  const { ports, report } = compilation
  const { entries, units } = await readPeople(compilation, subject)
  const { letterhead } = await letterheadOf(ports)(subject.unit)
  const extensions = await ports.extensions.asOf(report.campaign, report.cutoff)
  const essays = report.formats.includes('zip')
    ? await withBound(compilation, reportEssays(subject.campaign, entries, report.archive))
    : []
  return {
    unit: subject.unit.name,
    document: reportDocument({ subject, units, entries, extensions, letterhead, date: report.requestedAt }),
    parts: inParts(essays, report.archive.splitBytes),
    newerThan: report.archive.newerThan,
    volume: report.formats.includes('volume')
      ? volumeEssays(subject.campaign, await withBound(compilation, reportEssays(subject.campaign, entries)))
      : [],
    splitBytes: report.archive.splitBytes,
    digest: {
      totals: totalsOfEntries(entries),
      rowsSha256: await sha256OfLines(entryLines(subject.campaign, entries)),
    },
  }
}

const writeFiles = async (
  compilation: Compilation,
  subject: ReportSubject,
): Promise<Pick<Report, 'files' | 'digest'>> => {
  const { ports, lease, report, hold, begun } = compilation
  const contents = await contentsOf(compilation, subject)
  const write = async (name: string, open: () => Readable) => {
    const fileId = ports.random.id()
    if (!(await ports.reports.addDraft(lease, fileId))) throw LOST
    begun.push(fileId)
    return { fileId, ...(await ports.reportFiles.write(fileId, name, open(), hold.signal)) }
  }
  const files = await writeReportFiles(ports, report.formats, contents, write, progress => {
    hold.setProgress(progress)
  })
  return { files, digest: contents.digest }
}

const finish = async (
  { ports, report, lease }: Compilation,
  made: Pick<Report, 'files' | 'digest'>,
): Promise<void> => {
  const { audit, clock, reports, transact } = ports
  await transact(async tx => {
    const at = clock.now()
    if (!(await reports.finish(lease, made, at, tx))) throw LOST
    const { id, path } = report
    await audit.write({ actor: HOUSE, action: 'report.compiled', target: `report:${id}`, path, at }, tx)
  })
}

const removeFiles = async (
  { reports, reportFiles }: CompilePorts,
  report: ReportId,
  fileIds: readonly string[],
): Promise<void> => {
  for (const fileId of fileIds) {
    await reportFiles.remove(fileId)
    await reports.forgetDraft(report, fileId)
  }
}

/** Leaves what became the report's: its last word may have been heard although the answer was lost. */
const removeBegun = async ({ ports, report, begun }: Compilation): Promise<void> => {
  const present = await ports.reports.find(scopeOf(HOUSE, 'see-report'), report.id)
  const kept = new Set(present?.files.map(({ fileId }) => fileId))
  await removeFiles(
    ports,
    report.id,
    begun.filter(fileId => !kept.has(fileId)),
  )
}

const compile = async (compilation: Compilation, { attempt, drafts }: ClaimedReport): Promise<void> => {
  const { ports, report, lease, hold } = compilation
  const fail = async (code: 'not-found' | 'report-interrupted' | 'unexpected') =>
    ports.reports.fail(lease, problem(code), ports.clock.now())
  try {
    await removeFiles(ports, report.id, drafts)
    const subject = await findSubject(compilation)
    if (subject === null) await fail('not-found')
    else if (attempt > MAX_ATTEMPTS) await fail('report-interrupted')
    else await finish(compilation, await writeFiles(compilation, subject))
  } catch (error) {
    await removeBegun(compilation)
    if (error === LOST || hold.signal.aborted) return
    if (attempt < MAX_ATTEMPTS) await ports.reports.giveBack(lease)
    else await fail('unexpected')
    throw error
  }
}

/**
 * Compiles a report that is due: everybody is read once, each format is written as a stream under an id of its own,
 * and one transaction makes the files the report's. Nothing happens where the report is finished, cancelled or in
 * somebody else's hands. After a kill it is begun again once the lease has run out.
 */
export const compileReport =
  (ports: CompilePorts) =>
  async (id: ReportId): Promise<void> => {
    const now = ports.clock.now()
    const lease = { report: id, holder: ports.random.id() }
    const claimed = await ports.reports.claim(lease, now, leaseEnd(now))
    if (claimed === null) return
    const hold = holdLease(ports.clock, async (until, progress) =>
      ports.reports.renew(lease, until, progress),
    )
    try {
      await compile({ ports, report: claimed.report, lease, hold, begun: [] }, claimed)
    } finally {
      await hold.release()
    }
  }
