import type { Readable } from 'node:stream'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { isUnderWay, type ReportFile, type ReportId } from '../domain/report.ts'
import type { ReportFormat } from '../domain/report-format.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { ByteRange } from '../ports/essay-files.ts'
import type { Ports } from '../ports/index.ts'

export interface ReportDownload extends ReportFile {
  readonly open: (range?: ByteRange) => Readable
}

export interface FileOfReport {
  readonly id: ReportId
  readonly format: ReportFormat
  /** From 1. */
  readonly part: number
}

/** The bytes of a finished report; that somebody took them is written in the audit. */
export const downloadReport =
  ({ reports, reportFiles, audit }: Pick<Ports, 'reports' | 'reportFiles' | 'audit'>) =>
  async (actor: Actor, { id, format, part }: FileOfReport, now: Date): Promise<Result<ReportDownload>> => {
    const report = await reports.find(scopeOf(actor, 'see-report'), id)
    if (report === null) return refuse(problem('not-found'))
    if (isUnderWay(report)) return refuse(problem('report-not-ready'))
    const file = report.files.find(file => file.format === format && file.part === part)
    if (file === undefined) return refuse(problem('not-found'))
    await audit.write({
      actor,
      action: 'report.downloaded',
      target: `report:${id}`,
      path: report.path,
      at: now,
      details: { format, part, sha256: file.sha256 },
    })
    return ok({ ...file, open: range => reportFiles.open(file.fileId, range) })
  }
