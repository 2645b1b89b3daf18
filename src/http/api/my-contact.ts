import { z } from 'zod'
import { askEmailChange } from '../../commands/ask-email-change.ts'
import { changePhone } from '../../commands/change-phone.ts'
import { confirmEmailChange } from '../../commands/confirm-email-change.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getMyContact } from '../../queries/my-contact.ts'
import { type Route, reply, route } from '../route.ts'

const typed = z.string().max(200, 'dài quá 200 ký tự')

export const myContactRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/me/contact',
    summary: 'How the rosters say that one is reached',
    tag: 'Own contact',
    access: ['cadre'],
    answers: { 200: z.object({ email: z.string().nullable(), phone: z.string().nullable() }) },
    refusals: ['not-found'],
    handle: async ({ actor }) =>
      reply(mapResult(await getMyContact(ports)(actor), ({ email, phone }) => ({ email, phone }))),
  }),
  route({
    method: 'put',
    path: '/me/contact/phone',
    summary: 'Change one’s own phone number; empty: none',
    tag: 'Own contact',
    access: ['cadre'],
    body: z.object({ phone: typed }),
    answers: { 200: z.object({ phone: z.string().nullable() }) },
    refusals: ['not-found'],
    handle: async ({ actor, body, now }) => reply(await changePhone(ports)(actor, body, now)),
  }),
  route({
    method: 'post',
    path: '/me/contact/email-changes',
    summary: 'Ask for another mail address; it changes once its link is used',
    tag: 'Own contact',
    access: ['cadre'],
    limit: 'confirm-email',
    body: z.object({ email: typed }),
    answers: { 202: z.object({ email: z.string() }) },
    refusals: ['not-found'],
    handle: async ({ actor, body, now }) => reply(await askEmailChange(ports)(actor, body, now), 202),
  }),
  route({
    method: 'post',
    path: '/email-changes/consume',
    summary: 'Confirm a mail address with the token of its link; works once, for an hour',
    tag: 'Own contact',
    access: 'public',
    limit: 'open-link',
    body: z.object({ token: z.string().min(1).max(100) }),
    answers: { 200: z.object({ email: z.string() }) },
    refusals: ['confirmation-not-valid', 'email-taken'],
    handle: async ({ body, now }) => reply(await confirmEmailChange(ports)(body, now)),
  }),
]
