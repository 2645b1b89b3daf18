import { z } from 'zod'
import { recordPaper } from '../../commands/record-paper.ts'
import { takeBackPaper } from '../../commands/take-back-paper.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { line, moment, topicCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { enrolmentParams, essayParams } from './enrolment-shapes.ts'
import { presentReceipts, receiptsAnswer } from './essay-receipts.ts'
import { idempotencyHeaders } from './shapes.ts'

export const paperRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/enrolments/:e/papers',
    summary: 'Write down an essay that was received on paper; the deadline is judged by the date stated',
    tag: 'Essays',
    access: ['staff', 'admin'],
    params: enrolmentParams,
    headers: idempotencyHeaders,
    body: z.object({
      topics: z.array(topicCode).max(20),
      receivedAt: moment.meta({ description: 'When the paper came; not in the future' }),
      note: line(500).optional().meta({ description: 'Where it is kept, who brought it' }),
    }),
    answers: { 201: receiptsAnswer },
    refusals: [
      'not-found',
      'campaign-not-open',
      'campaign-closed',
      'exempt-from-writing',
      'essay-accepted',
      'paper-date-in-future',
      'topics-missing',
      'topic-not-known',
      'key-reused',
    ],
    handle: async ({ actor, params, body, now, req }) => {
      const versions = await recordPaper(ports)(
        actor,
        {
          campaign: params.c,
          enrolment: params.e,
          topics: body.topics,
          receivedAt: body.receivedAt,
          note: body.note ?? null,
          idempotencyKey: req.get('Idempotency-Key') ?? null,
        },
        now,
      )
      return reply(mapResult(versions, presentReceipts), 201)
    },
  }),
  route({
    method: 'post',
    path: '/campaigns/:c/enrolments/:e/essays/:topic/paper-withdrawal',
    summary: 'Take back a paper essay that was written down by mistake, until the campaign closes',
    tag: 'Essays',
    access: ['staff', 'admin'],
    params: essayParams,
    body: z.object({ reason: line(500) }),
    answers: { 204: null },
    refusals: ['not-found', 'essay-accepted', 'no-paper-to-take-back', 'taking-back-closed'],
    handle: async ({ actor, params: { c, e, topic }, body, now }) =>
      reply(await takeBackPaper(ports)(actor, { campaign: c, enrolment: e, topic, ...body }, now), 204),
  }),
]
