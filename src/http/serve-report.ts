import type { Request, Response } from 'express'
import type { Actor } from '../domain/permission.ts'
import type { ReportFormat } from '../domain/report-format.ts'
import type { Refused } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { downloadReport, type FileOfReport } from '../queries/report-file.ts'
import type { STREAMED } from './route.ts'
import { serveBytes } from './serve-bytes.ts'

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  volume: 'application/pdf',
}

/** Sends one file of a finished report as a download. */
export const serveReport =
  (ports: Pick<Ports, 'reports' | 'reportFiles' | 'audit'>) =>
  async (
    { actor, now, req, res }: { actor: Actor; now: Date; req: Request; res: Response },
    file: FileOfReport,
  ): Promise<typeof STREAMED | Refused> => {
    const download = await downloadReport(ports)(actor, file, now)
    if (!download.ok) return download
    const { name, size, sha256, open } = download.value
    return serveBytes(req, res, { name, size, etag: sha256, type: MEDIA_TYPES[file.format], open })
  }
