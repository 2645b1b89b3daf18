import type { Request, Response } from 'express'
import type { Actor } from '../domain/permission.ts'
import type { Refused } from '../domain/result.ts'
import { downloadNewestReports } from '../queries/province-reports.ts'
import type { STREAMED } from './route.ts'
import { attachment, SAVED, sendBytes } from './serve-bytes.ts'

/** Sends the newest reports in one ZIP, which is made while it is sent. */
export const serveBundle =
  (ports: Parameters<typeof downloadNewestReports>[0]) =>
  async (
    { actor, now, req, res }: { actor: Actor; now: Date; req: Request; res: Response },
    campaign: string,
  ): Promise<typeof STREAMED | Refused> => {
    const bundle = await downloadNewestReports(ports)(actor, campaign, now)
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
