import { z } from 'zod'
import type { EssayVersion } from '../../domain/essay.ts'
import { isoTime } from './shapes.ts'

const receiptAnswer = z
  .object({
    code: z.string(),
    topic: z.string(),
    version: z.int(),
    paper: z.boolean().meta({ description: 'It came on paper: there is no file' }),
    sha256: z.string().nullable(),
    size: z.int().nullable(),
    receivedAt: isoTime,
    late: z.boolean(),
  })
  .meta({ id: 'SubmissionReceipt' })

/** What a hand-in answers with: a receipt for each topic. */
export const receiptsAnswer = z.object({ receipts: z.array(receiptAnswer) })

const presentReceipt = (version: EssayVersion): z.input<typeof receiptAnswer> => ({
  code: version.receipt,
  topic: version.topic,
  version: version.number,
  paper: version.paper !== null,
  sha256: version.file?.sha256 ?? null,
  size: version.file?.size ?? null,
  receivedAt: version.receivedAt.toISOString(),
  late: version.late,
})

export const presentReceipts = (versions: readonly EssayVersion[]): z.input<typeof receiptsAnswer> => ({
  receipts: versions.map(presentReceipt),
})
