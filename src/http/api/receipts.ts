import { z } from 'zod'
import { mapResult } from '../../domain/result.ts'
import { formatSpan } from '../../domain/time.ts'
import type { Ports } from '../../ports/index.ts'
import { getReceipt, type Receipt } from '../../queries/receipt.ts'
import { type Route, reply, route } from '../route.ts'
import { isoTime } from './shapes.ts'

const receiptAnswer = z
  .object({
    code: z.string(),
    campaign: z.object({ code: z.string(), name: z.string() }),
    topic: z.object({ code: z.string(), title: z.string() }),
    version: z.int(),
    name: z.string().meta({ description: 'Masked: N. T. Thắm' }),
    receivedAt: isoTime,
    late: z.boolean(),
    lateBy: z.string().nullable().meta({ description: 'In words: 2 ngày 3 giờ' }),
    paper: z.boolean().meta({ description: 'It came on paper: there is no file' }),
    sha256: z.string().nullable(),
    size: z.int().nullable(),
    withdrawnAt: isoTime.nullable(),
  })
  .meta({ id: 'Receipt' })

const presentReceipt = ({ campaign, topic, version, name }: Receipt): z.input<typeof receiptAnswer> => ({
  code: version.receipt,
  campaign: { code: campaign.code, name: campaign.name },
  topic: { code: topic.code, title: topic.title },
  version: version.number,
  name,
  receivedAt: version.receivedAt.toISOString(),
  late: version.late,
  lateBy: version.late ? formatSpan(version.lateBy) : null,
  paper: version.paper !== null,
  sha256: version.file?.sha256 ?? null,
  size: version.file?.size ?? null,
  withdrawnAt: version.withdrawnAt?.toISOString() ?? null,
})

export const receiptRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/receipts/:code',
    summary: 'Check a receipt: what was handed in, when, and whether in time. Case and hyphens do not matter',
    tag: 'Essays',
    access: 'public',
    limit: 'public',
    params: z.object({ code: z.string().min(1).max(60) }),
    answers: { 200: receiptAnswer },
    refusals: ['not-found'],
    handle: async ({ params }) => reply(mapResult(await getReceipt(ports)(params.code), presentReceipt)),
  }),
]
