import type { Request, Response } from 'express'
import type { Refused, Result } from '../domain/result.ts'
import type { ReportBundle } from '../queries/report-bundle.ts'
import type { STREAMED } from './route.ts'
import { attachment, SAVED, sendBytes } from './serve-bytes.ts'

/** Sends reports in one ZIP, which is made while it is sent. */
export const serveBundle = async (
  { req, res }: { req: Request; res: Response },
  bundle: Result<ReportBundle>,
): Promise<typeof STREAMED | Refused> => {
  if (!bundle.ok) return bundle
  const { name, size, bytes } = bundle.value
  res.status(200).set({
    'Content-Type': 'application/zip',
    'Content-Length': String(size),
    'Content-Disposition': attachment(name),
    'Content-Security-Policy': SAVED,
    'Cache-Control': 'private, no-store',
  })
  return sendBytes(req, res, bytes)
}
