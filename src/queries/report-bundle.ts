import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { safeName } from '../domain/naming.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { hanoiDay } from '../domain/time.ts'
import type { Ports } from '../ports/index.ts'
import { type BundledReport, bundleTable } from '../reports/bundle.ts'

export interface ReportBundle {
  readonly name: string
  readonly size: number
  readonly bytes: Readable
}

/** By its name, and by its code where another one has the same name. */
const folderOf = (
  { code, name }: BundledReport['unit'],
  among: readonly Pick<BundledReport, 'unit'>[],
): string => {
  const isOnly = among.filter(({ unit }) => unit.name === name).length === 1
  return safeName(isOnly ? name : `${name} (${code})`, 120)
}

/**
 * All files of these reports in one ZIP, a folder for each unit, and a list that also says whose there is none; that they
 * were taken is written in the audit.
 */
export const bundleReports =
  ({ reportFiles, reportWriters, audit }: Pick<Ports, 'reportFiles' | 'reportWriters' | 'audit'>) =>
  async (
    actor: Actor,
    bundled: readonly BundledReport[],
    name: string,
    now: Date,
  ): Promise<Result<ReportBundle>> => {
    const taken = bundled.flatMap(({ unit, report }) => (report === null ? [] : [{ unit, report }]))
    if (taken.length === 0) return refuse(problem('report-not-ready'))
    for (const { report } of taken)
      await audit.write({
        actor,
        action: 'report.downloaded',
        target: `report:${report.id}`,
        path: report.path,
        at: now,
        details: { files: report.files.map(({ sha256 }) => sha256) },
      })
    const entryOf = (unit: BundledReport['unit'], file: string): string =>
      `${folderOf(unit, bundled)}/${file}`
    const list = await buffer(reportWriters.csv(bundleTable(bundled, entryOf)))
    const bundle = await reportWriters.bundle([
      { entry: 'Danh mục.csv', size: list.length, mtime: now, open: () => Readable.from([list]) },
      ...taken.flatMap(({ unit, report }) =>
        report.files.map(file => ({
          entry: entryOf(unit, file.name),
          size: file.size,
          mtime: report.finishedAt ?? report.cutoff,
          open: () => reportFiles.open(file.fileId),
        })),
      ),
    ])
    return ok({ ...bundle, name: `${safeName(name, 160)} - ${hanoiDay(now)}.zip` })
  }
