import { z } from 'zod'
import { issueSlips } from '../../commands/issue-slips.ts'
import { revokeSlip } from '../../commands/revoke-slip.ts'
import { mapResult } from '../../domain/result.ts'
import { SLIP_CHOICES, SLIPS_AT_ONCE } from '../../domain/slip.ts'
import type { Ports } from '../../ports/index.ts'
import { getSlipDesk } from '../../queries/slips.ts'
import { unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { slipUrl } from '../slip-url.ts'
import { enrolmentParams } from './enrolment-shapes.ts'
import { campaignParams, documentId, isoTime } from './shapes.ts'

const count = z.int()

const countsAnswer = z
  .object({
    unit: z.string(),
    people: count.meta({ description: 'Who are not exempt' }),
    withoutMail: count,
    states: z.object({ none: count, unused: count, used: count, expired: count }),
  })
  .meta({ id: 'SignInSlipCounts' })

const slipsAnswer = z
  .object({
    expiresAt: isoTime,
    slips: z.array(
      z.object({
        enrolment: z.string(),
        name: z.string(),
        unit: z.string().meta({ description: 'Its name' }),
        code: z.string().meta({ description: 'Told only here' }),
        reference: z.string().meta({
          description: 'Stands for the person in names of files that are handed in in bulk; signs nobody in',
        }),
        url: z.string().meta({ description: 'What the QR code holds' }),
      }),
    ),
  })
  .meta({ id: 'SignInSlips' })

const asked = z
  .object({
    unit: unitCode.optional(),
    whom: z.enum(SLIP_CHOICES).optional().meta({
      description:
        'Of the unit and all below it: no-mail (neither mail address nor slip), no-slip, unused (anew). Nobody exempt',
    }),
    enrolments: z.array(documentId).min(1).max(SLIPS_AT_ONCE).optional(),
  })
  .refine(({ unit, enrolments }) => (unit === undefined) !== (enrolments === undefined), {
    path: ['unit'],
    error: 'cần đúng một trong hai: unit (đơn vị) hoặc enrolments (những người)',
  })

export const slipRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/sign-in-slips',
    summary: 'How many people of a unit and below have a sign-in slip, used or not',
    tag: 'Signing in',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional() }),
    answers: { 200: countsAnswer },
    refusals: ['not-found'],
    handle: async ({ actor, params, query, now }) =>
      reply(
        mapResult(
          await getSlipDesk(ports)(actor, { campaign: params.c, unit: query.unit }, now),
          ({ choice, counts: { people, withoutMail, states } }) => ({
            unit: choice.unit.code,
            people,
            withoutMail,
            states,
          }),
        ),
      ),
  }),
  route({
    method: 'post',
    path: '/campaigns/:c/sign-in-slips',
    summary: `Make one-time sign-in slips, at most ${SLIPS_AT_ONCE}; earlier ones of the same people open no more`,
    tag: 'Signing in',
    access: ['staff', 'admin'],
    params: campaignParams,
    body: asked,
    answers: { 201: slipsAnswer },
    refusals: ['not-found', 'nobody-for-slips', 'slips-too-late'],
    handle: async ({ actor, params, body: { unit, whom = 'no-mail', enrolments = [] }, now }) => {
      const issued = await issueSlips(ports)(
        actor,
        {
          campaign: params.c,
          whom: unit === undefined ? { enrolments } : { unit, choice: whom },
          batch: ports.random.id(),
        },
        now,
      )
      return reply(
        mapResult(issued, ({ expiresAt, slips }) => ({
          expiresAt: expiresAt.toISOString(),
          slips: slips.map(({ enrolment, unit, code, reference }) => ({
            enrolment: enrolment.id,
            name: enrolment.person.name,
            unit,
            code,
            reference,
            url: slipUrl(ports, code),
          })),
        })),
        201,
      )
    },
  }),
  route({
    method: 'delete',
    path: '/campaigns/:c/enrolments/:e/sign-in-slip',
    summary: 'Revoke the slip of one person that was not used yet',
    tag: 'Signing in',
    access: ['staff', 'admin'],
    params: enrolmentParams,
    answers: { 204: null },
    refusals: ['not-found', 'no-slip-to-revoke'],
    handle: async ({ actor, params, now }) =>
      reply(await revokeSlip(ports)(actor, params.c, params.e, now), 204),
  }),
]
