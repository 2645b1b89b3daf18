import { z } from 'zod'
import { changeContact } from '../../commands/change-contact.ts'
import { movePerson } from '../../commands/move-person.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { line, unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { enrolmentAnswer, enrolmentParams, presentEnrolment } from './enrolment-shapes.ts'

export const peopleRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/enrolments/:e/moves',
    summary: 'Move somebody to another unit; where he was is kept, and both units are counted anew',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: enrolmentParams,
    body: z.object({ unit: unitCode, reason: line(500) }),
    answers: { 200: enrolmentAnswer },
    refusals: ['not-found', 'cannot-move-there'],
    handle: async ({ actor, params, body, now }) =>
      reply(
        mapResult(
          await movePerson(ports)(actor, params.c, { enrolment: params.e, ...body }, now),
          ({ campaign, enrolment }) => presentEnrolment(enrolment, campaign),
        ),
      ),
  }),
  route({
    method: 'put',
    path: '/campaigns/:c/enrolments/:e/contact',
    summary: 'How somebody is reached: where his mails go, and the number to call',
    tag: 'Tracking',
    access: ['staff', 'admin'],
    params: enrolmentParams,
    body: z.object({ email: z.string().max(300).nullable(), phone: z.string().max(300).nullable() }),
    answers: {
      200: z.object({ email: z.string().nullable(), phone: z.string().nullable() }).meta({ id: 'Contact' }),
    },
    refusals: ['not-found', 'contact-of-officer'],
    handle: async ({ actor, params, body: { email, phone }, now }) =>
      reply(
        await changeContact(ports)(
          actor,
          params.c,
          { enrolment: params.e, email: email ?? '', phone: phone ?? '' },
          now,
        ),
      ),
  }),
]
