import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { Ports } from '../ports/index.ts'
import type { ReportDocument } from '../reports/model.ts'
import { STREAMED } from './route.ts'
import { attachment } from './serve-bytes.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as a workbook, made while they are sent. A client that leaves is no error. */
export const serveDocument =
  ({ reportWriters }: Pick<Ports, 'reportWriters'>) =>
  async (res: Response, name: string, document: ReportDocument): Promise<typeof STREAMED> => {
    res.status(200).set({
      'Content-Type': XLSX,
      'Content-Disposition': attachment(`${name}.xlsx`),
      'Cache-Control': 'private, no-store',
    })
    await pipeline(reportWriters.xlsx(document), res).catch((error: unknown) => {
      if (!res.closed) throw error
    })
    return STREAMED
  }
