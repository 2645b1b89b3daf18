import { z } from 'zod'
import { FILTER_STATES, PERSON_STATES } from '../../domain/enrolment-filter.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { listEnrolments } from '../../queries/list-enrolments.ts'
import { countPeople } from '../../queries/people-counts.ts'
import { exportPeople, type ListFormat } from '../../queries/people-export.ts'
import { line, topicCode, unitCode } from '../../wire/campaign.ts'
import { cursor, cursorOf } from '../cursor.ts'
import { LIST_TYPES } from '../list-types.ts'
import { type Route, reply, route } from '../route.ts'
import { serveStream } from '../serve-bytes.ts'
import { enrolmentAnswer, presentEnrolment } from './enrolment-shapes.ts'
import { campaignParams } from './shapes.ts'

const ORDERS = {
  name: { by: 'name', descending: false },
  '-name': { by: 'name', descending: true },
  unit: { by: 'unit', descending: false },
  '-unit': { by: 'unit', descending: true },
  submittedAt: { by: 'submittedAt', descending: true },
  '-submittedAt': { by: 'submittedAt', descending: false },
} as const

const q = line(100).optional().meta({
  description: 'Words that all occur in name, staff code, mail or phone; diacritics and case do not matter',
})

const owing = topicCode
  .optional()
  .meta({ description: 'Those who owe this topic; goes with a `state` of the person, not with `topic`' })

const filterShape = {
  unit: unitCode.optional(),
  state: z
    .enum(FILTER_STATES)
    .optional()
    .meta({
      description:
        'Of the person: exempt, complete, partial, nothing, missing (owes something), late. ' +
        'With `topic`, of that essay: missing (owes it), submitted, late, returned, accepted, withdrawn',
    }),
  topic: topicCode.optional(),
  owing,
  q,
}

const listQuery = z
  .object({
    ...filterShape,
    sort: z
      .enum(['name', '-name', 'unit', '-unit', 'submittedAt', '-submittedAt'])
      .default('name')
      .meta({ description: 'name: roster order; submittedAt: newest first; - turns it round' }),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: cursor.optional(),
  })
  .refine(query => query.cursor === undefined || query.cursor.by === ORDERS[query.sort].by, {
    path: ['cursor'],
    error: 'cursor thuộc một cách sắp xếp khác; hãy lấy lại từ trang đầu',
  })

const listAnswer = z
  .object({
    items: z.array(enrolmentAnswer),
    nextCursor: z.string().nullable(),
    total: z.int().meta({ description: 'How many match, on all pages' }),
  })
  .meta({ id: 'EnrolmentList' })

/** The list as a file: all that match. */
const download = (ports: Ports, format: ListFormat): Route =>
  route({
    method: 'get',
    path: `/campaigns/:c/enrolments.${format}`,
    summary: 'All people whom the list would show, in roster order, with their topics and how to reach them',
    tag: 'Tracking',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    query: z.object(filterShape),
    answers: { 200: { bytes: LIST_TYPES[format] } },
    refusals: ['not-found', 'topic-not-known'],
    handle: async ({ actor, params, query, now, req, res }) => {
      const file = await exportPeople(ports)(actor, { campaign: params.c, ...query }, format, now)
      return file.ok ? serveStream(req, res, { ...file.value, type: LIST_TYPES[format] }) : file
    },
  })

const count = z.int().min(0)
const countsAnswer = z
  .object({
    people: count,
    states: z.object(Object.fromEntries(PERSON_STATES.map(state => [state, count]))).meta({
      description:
        'How many people each `state` of the list would show, with `owing` where somebody in it may owe; some are in several',
    }),
    owing: z
      .record(z.string(), count)
      .meta({ description: 'Those who owe each topic, of those in `state` where somebody in it may owe' }),
  })
  .meta({ id: 'EnrolmentCounts' })

export const enrolmentRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/enrolments',
    summary: 'People of a unit and all below it, filtered, searched and paged by cursor',
    tag: 'Tracking',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    query: listQuery,
    answers: { 200: listAnswer },
    refusals: ['not-found', 'topic-not-known'],
    handle: async ({ actor, params, query: { sort, cursor, ...query } }) => {
      const order = ORDERS[sort]
      const list = await listEnrolments(ports)(actor, {
        ...query,
        campaign: params.c,
        order,
        from: cursor?.place ?? null,
      })
      return reply(
        mapResult(list, ({ campaign, items, next, total }) => ({
          items: items.map(enrolment => presentEnrolment(enrolment, campaign)),
          nextCursor: next === null ? null : cursorOf(order, next),
          total,
        })),
      )
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/enrolment-counts',
    summary: 'How many people of a unit and all below it are in each state and owe each topic',
    tag: 'Tracking',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional(), state: z.enum(PERSON_STATES).optional(), owing, q }),
    answers: { 200: countsAnswer },
    refusals: ['not-found', 'topic-not-known'],
    handle: async ({ actor, params, query }) =>
      reply(await countPeople(ports)(actor, { campaign: params.c, ...query })),
  }),
  download(ports, 'xlsx'),
  download(ports, 'csv'),
]
