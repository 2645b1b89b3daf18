import { z } from 'zod'
import { changePeople } from '../../commands/change-people.ts'
import { undoBulk } from '../../commands/undo-bulk.ts'
import { type Bulk, type BulkChange, LEFT_OUT } from '../../domain/bulk.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getBulk } from '../../queries/bulk.ts'
import { line, moment } from '../../wire/campaign.ts'
import { type Context, type Route, reply, route } from '../route.ts'
import { campaignParams, documentId, idempotencyHeaders, isoTime } from './shapes.ts'

const people = z.array(documentId).min(1, 'cần ít nhất một người').max(5000, 'mỗi lần nhiều nhất 5000 người')
const reason = line(500)

const count = z.int().min(0)
const bulkAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(['extension', 'exemption']),
    dueAt: isoTime.nullable().meta({ description: 'Of extensions' }),
    closesAt: isoTime.nullable(),
    reason: z.string(),
    people: count.meta({ description: '= changed + all that is left out, when it is finished' }),
    changed: count,
    leftOut: z.object(Object.fromEntries(LEFT_OUT.map(why => [why, count]))).meta({
      description:
        'exempt already, complete (owes nothing), later (has a date as late already), gone (out of reach)',
    }),
    isFinished: z.boolean().meta({ description: 'false: interrupted; the same request goes on with it' }),
    at: isoTime,
    undoneAt: isoTime.nullable(),
  })
  .meta({ id: 'Batch' })

const present = (bulk: Bulk): z.input<typeof bulkAnswer> => {
  const { id, change, enrolments, changed, leftOut, done, at, undoneAt } = bulk
  const dates = change.kind === 'extension' ? change : { dueAt: null, closesAt: null }
  return {
    ...{ id, kind: change.kind, reason: change.reason, people: enrolments.length, changed },
    leftOut: { ...leftOut },
    dueAt: dates.dueAt?.toISOString() ?? null,
    closesAt: dates.closesAt?.toISOString() ?? null,
    isFinished: done === enrolments.length,
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }
}

const params = campaignParams.extend({ id: documentId })
const ACCESS = ['staff', 'admin'] as const

export const bulkRoutes = (ports: Ports): readonly Route[] => {
  const change = async (
    { actor, params, now, req }: Context<typeof campaignParams, undefined, undefined>,
    enrolments: readonly string[],
    what: BulkChange,
  ) => {
    const idempotencyKey = req.get('Idempotency-Key') ?? null
    const asked = { campaign: params.c, enrolments, change: what, idempotencyKey }
    return reply(mapResult(await changePeople(ports)(actor, asked, now), present), 201)
  }
  return [
    route({
      method: 'post',
      path: '/campaigns/:c/extension-batches',
      summary:
        'Move the dates of many people who owe something; those whom it makes no sense for are left out',
      tag: 'Tracking',
      access: ACCESS,
      params: campaignParams,
      headers: idempotencyHeaders,
      body: z.object({ enrolments: people, dueAt: moment, closesAt: moment.optional(), reason }),
      answers: { 201: bulkAnswer },
      refusals: ['not-found', 'extension-not-later', 'campaign-dates-not-in-order', 'key-reused'],
      handle: async ({ body: { enrolments, dueAt, closesAt, reason }, ...context }) =>
        change({ ...context, body: undefined }, enrolments, {
          ...{ kind: 'extension', dueAt, reason },
          closesAt: closesAt ?? null,
        }),
    }),
    route({
      method: 'post',
      path: '/campaigns/:c/exemption-batches',
      summary: 'Free many people from writing',
      tag: 'Tracking',
      access: ACCESS,
      params: campaignParams,
      headers: idempotencyHeaders,
      body: z.object({ enrolments: people, reason }),
      answers: { 201: bulkAnswer },
      refusals: ['not-found', 'key-reused'],
      handle: async ({ body: { enrolments, reason }, ...context }) =>
        change({ ...context, body: undefined }, enrolments, { kind: 'exemption', reason }),
    }),
    route({
      method: 'get',
      path: '/campaigns/:c/batches/:id',
      summary: 'What became of one of your own changes to many people',
      tag: 'Tracking',
      access: ACCESS,
      params,
      answers: { 200: bulkAnswer },
      refusals: ['not-found'],
      handle: async ({ actor, params }) =>
        reply(mapResult(await getBulk(ports)(actor, params.c, params.id), present)),
    }),
    route({
      method: 'delete',
      path: '/campaigns/:c/batches/:id',
      summary: 'Take back what still holds of one; essays judged meanwhile keep their verdict',
      tag: 'Tracking',
      access: ACCESS,
      params,
      answers: { 204: null },
      refusals: ['not-found'],
      handle: async ({ actor, params, now }) =>
        reply(await undoBulk(ports)(actor, params.c, params.id, now), 204),
    }),
  ]
}
