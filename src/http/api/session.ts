import { z } from 'zod'
import { signIn } from '../../commands/sign-in.ts'
import { ok } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { generateToken } from '../csrf.ts'
import { type Route, reply, route } from '../route.ts'
import { beginSession, browsersOnly, endSession } from '../session.ts'
import { presentSession, sessionAnswer, typedLogin } from './session-shapes.ts'

export const sessionRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/session',
    summary: 'Sign in by password; answers with a session cookie',
    tag: 'Signing in',
    access: 'public',
    limit: 'sign-in',
    before: [browsersOnly],
    body: z.object({
      login: typedLogin,
      password: z.string().min(1, 'không được để trống').max(200, 'dài quá 200 ký tự'),
    }),
    answers: { 200: sessionAnswer },
    refusals: ['sign-in-failed'],
    handle: async ({ body, now, req }) => {
      const signedIn = await signIn(ports)(body, now)
      if (!signedIn.ok) return signedIn
      return reply(ok(presentSession(signedIn.value, await beginSession(req, signedIn.value.id))))
    },
  }),
  route({
    method: 'get',
    path: '/session',
    summary: 'Who is signed in',
    tag: 'Signing in',
    access: 'signed-in',
    answers: { 200: sessionAnswer },
    refusals: [],
    handle: async ({ actor, req }) =>
      reply(ok(presentSession(actor, req.signedInBy === 'cookie' ? generateToken(req) : undefined))),
  }),
  route({
    method: 'delete',
    path: '/session',
    summary: 'Sign out',
    tag: 'Signing in',
    access: 'signed-in',
    before: [browsersOnly],
    answers: { 204: null },
    refusals: ['input-not-valid'],
    handle: async ({ req, res }) => reply(ok(await endSession(req, res, ports.publicUrl)), 204),
  }),
]
