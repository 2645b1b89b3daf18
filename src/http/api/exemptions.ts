import { z } from 'zod'
import { endExemption } from '../../commands/end-exemption.ts'
import { grantExemption } from '../../commands/grant-exemption.ts'
import type { Exempt } from '../../domain/enrolment.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { listExempt } from '../../queries/exemptions.ts'
import { line, unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignParams, documentId, isoTime } from './shapes.ts'

const exemptionAnswer = z
  .object({
    id: z.string(),
    enrolment: z.string(),
    name: z.string(),
    unit: z.string(),
    reason: z.string(),
    at: isoTime,
    by: z.string(),
  })
  .meta({ id: 'Exemption' })

const present = ({ enrolment, exemption }: Exempt): z.input<typeof exemptionAnswer> => ({
  id: exemption.id,
  enrolment: enrolment.id,
  name: enrolment.person.name,
  unit: enrolment.unit,
  reason: exemption.reason,
  at: exemption.at.toISOString(),
  by: exemption.by,
})

export const exemptionRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/exemptions',
    summary: 'Free somebody from writing',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams,
    body: z.object({ enrolment: documentId, reason: line(500) }),
    answers: { 201: exemptionAnswer },
    refusals: ['not-found', 'already-exempt'],
    handle: async ({ actor, params, body, now }) =>
      reply(mapResult(await grantExemption(ports)(actor, params.c, body, now), present), 201),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/exemptions',
    summary: 'Those who are exempt now, by name',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional() }),
    answers: { 200: z.array(exemptionAnswer) },
    refusals: ['not-found'],
    handle: async ({ actor, params, query }) =>
      reply(mapResult(await listExempt(ports)(actor, params.c, query.unit), list => list.map(present))),
  }),
  route({
    method: 'delete',
    path: '/campaigns/:c/exemptions/:id',
    summary: 'End an exemption: the person owes essays again',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: campaignParams.extend({ id: documentId }),
    answers: { 204: null },
    refusals: ['not-found'],
    handle: async ({ actor, params, now }) =>
      reply(await endExemption(ports)(actor, params.c, params.id, now), 204),
  }),
]
