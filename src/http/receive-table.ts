import type { Request, Response } from 'express'
import { z } from 'zod'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { TableFile } from '../ports/tables.ts'
import { unitCode } from '../wire/campaign.ts'
import type { UploadedFile } from './file-queue.ts'
import { type Multipart, readMultipart } from './upload.ts'

const MAX_BYTES = 20 * 1024 * 1024

/** A roster and whose it is, as documented. */
export const rosterUpload = z.object({
  file: z.string().meta({ format: 'binary', description: 'XLSX or CSV, at most 20 MB and 50,000 rows' }),
  unit: unitCode,
})

export const ROSTER_UPLOAD_REFUSALS = [
  'not-found',
  'roster-not-readable',
  'roster-too-large',
  'roster-without-header',
  'file-missing',
  'more-than-one-file',
  'upload-interrupted',
] as const

/** The whole file in memory: it is small by rule, and its directory is at its end. */
const receive = async ({ name, bytes }: UploadedFile): Promise<Result<TableFile>> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_BYTES) return refuse(problem('roster-too-large', { limit: '20 MB' }, 'body/file'))
    chunks.push(chunk)
  }
  return ok({ name, bytes: Buffer.concat(chunks) })
}

export const readRosterUpload = async (
  req: Request,
  res: Response,
): Promise<Result<Multipart<TableFile, Pick<z.output<typeof rosterUpload>, 'unit'>>>> =>
  readMultipart(req, res, {
    receive,
    discard: async () => undefined,
    fields: rosterUpload.pick({ unit: true }),
  })
