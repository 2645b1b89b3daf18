import { z } from 'zod'
import { grantExtension } from '../../commands/grant-extension.ts'
import { revokeExtension } from '../../commands/revoke-extension.ts'
import { mapResult } from '../../domain/result.ts'
import type { GrantedExtension } from '../../ports/extensions.ts'
import type { Ports } from '../../ports/index.ts'
import { listExtensions } from '../../queries/extensions.ts'
import { line, moment, unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignParams, documentId, isoTime } from './shapes.ts'

const newExtension = z
  .object({
    unit: unitCode.optional(),
    enrolment: documentId.optional(),
    dueAt: moment,
    closesAt: moment.optional(),
    reason: line(500),
  })
  .refine(({ unit, enrolment }) => (unit === undefined) !== (enrolment === undefined), {
    path: ['unit'],
    error: 'cần đúng một trong hai: unit (đơn vị) hoặc enrolment (một người)',
  })

const extensionAnswer = z
  .object({
    id: z.string(),
    unit: z.string().nullable(),
    enrolment: z.string().nullable(),
    dueAt: isoTime,
    closesAt: isoTime.nullable(),
    reason: z.string(),
    grantedAt: isoTime,
    grantedBy: z.string(),
  })
  .meta({ id: 'Extension' })

const present = ({
  id,
  unit,
  enrolment,
  dueAt,
  closesAt,
  reason,
  grantedAt,
  grantedBy,
}: GrantedExtension): z.input<typeof extensionAnswer> => ({
  id,
  unit,
  enrolment,
  dueAt: dueAt.toISOString(),
  closesAt: closesAt?.toISOString() ?? null,
  reason,
  grantedAt: grantedAt.toISOString(),
  grantedBy,
})

export const extensionRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/extensions',
    summary: 'Move the dates for one person, or for a unit and all below it',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams,
    body: newExtension,
    answers: { 201: extensionAnswer },
    refusals: ['not-found', 'extension-not-later', 'campaign-dates-not-in-order'],
    handle: async ({ actor, params, body, now }) =>
      reply(mapResult(await grantExtension(ports)(actor, params.c, body, now), present), 201),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/extensions',
    summary: 'Extensions in force, newest first',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional(), enrolment: documentId.optional() }),
    answers: { 200: z.array(extensionAnswer) },
    refusals: ['not-found'],
    handle: async ({ actor, params, query }) =>
      reply(mapResult(await listExtensions(ports)(actor, params.c, query), list => list.map(present))),
  }),
  route({
    method: 'delete',
    path: '/campaigns/:c/extensions/:id',
    summary: 'Take an extension back; essays judged meanwhile keep their verdict',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams.extend({ id: documentId }),
    answers: { 204: null },
    refusals: ['not-found'],
    handle: async ({ actor, params, now }) =>
      reply(await revokeExtension(ports)(actor, params.c, params.id, now), 204),
  }),
]
