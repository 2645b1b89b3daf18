import { z } from 'zod'
import { answerExtensionRequests } from '../../commands/answer-extension-requests.ts'
import { requestExtension } from '../../commands/request-extension.ts'
import { type ExtensionRequest, REQUEST_VERDICTS } from '../../domain/extension-request.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { listExtensionRequests } from '../../queries/extension-requests.ts'
import { line, moment, unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignParams, documentId, isoTime } from './shapes.ts'

const answers = z.object({
  requests: z.array(documentId).min(1).max(500),
  verdict: z.enum(REQUEST_VERDICTS),
  dueAt: moment.optional().meta({ description: 'For all of them; not given: what each asked for' }),
  note: line(500).optional(),
})

const requestAnswer = z
  .object({
    id: z.string(),
    enrolment: z.string(),
    dueAt: isoTime,
    reason: z.string(),
    requestedAt: isoTime,
    answer: z
      .object({
        verdict: z.enum(REQUEST_VERDICTS),
        note: z.string().nullable(),
        dueAt: isoTime.nullable().meta({ description: 'What was granted' }),
        at: isoTime,
        by: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'ExtensionRequest' })

const askedAnswer = requestAnswer
  .extend({ name: z.string(), unit: z.string() })
  .meta({ id: 'AskedExtension' })

const present = ({
  id,
  enrolment,
  dueAt,
  reason,
  requestedAt,
  answer,
}: ExtensionRequest): z.input<typeof requestAnswer> => ({
  id,
  enrolment,
  dueAt: dueAt.toISOString(),
  reason,
  requestedAt: requestedAt.toISOString(),
  answer: answer && {
    verdict: answer.verdict,
    note: answer.note,
    dueAt: answer.dueAt?.toISOString() ?? null,
    at: answer.at.toISOString(),
    by: answer.by,
  },
})

export const extensionRequestRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/extension-requests',
    summary: 'Ask for a later date for oneself',
    tag: 'Tracking',
    access: ['cadre'],
    params: campaignParams,
    body: z.object({ dueAt: moment, reason: line(500) }),
    answers: { 201: requestAnswer },
    refusals: [
      'not-found',
      'exempt-from-writing',
      'nothing-owed',
      'extension-asked-already',
      'extension-not-later',
    ],
    handle: async ({ actor, params, body, now }) =>
      reply(mapResult(await requestExtension(ports)(actor, params.c, body, now), present), 201),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/extension-requests',
    summary: 'Requests of a unit’s people, oldest first: those that wait, or those answered',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional(), waiting: z.stringbool().optional() }),
    answers: { 200: z.array(askedAnswer) },
    refusals: ['not-found'],
    handle: async ({ actor, params, query }) =>
      reply(
        mapResult(await listExtensionRequests(ports)(actor, params.c, query), list =>
          list.map(({ request, enrolment }) => ({
            ...present(request),
            name: enrolment.person.name,
            unit: enrolment.unit,
          })),
        ),
      ),
  }),
  route({
    method: 'post',
    path: '/campaigns/:c/extension-requests/answers',
    summary: 'Approve or refuse several requests, all or none',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams,
    body: answers,
    answers: { 200: z.array(requestAnswer) },
    refusals: ['not-found', 'request-answered', 'extension-not-later'],
    handle: async ({ actor, params, body, now }) =>
      reply(
        mapResult(await answerExtensionRequests(ports)(actor, params.c, body, now), list =>
          list.map(present),
        ),
      ),
  }),
]
