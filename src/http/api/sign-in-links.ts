import { z } from 'zod'
import { consumeSignInLink } from '../../commands/consume-sign-in-link.ts'
import { requestSignInLink } from '../../commands/request-sign-in-link.ts'
import { LINK_MINUTES } from '../../domain/login.ts'
import { ok } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { type Route, reply, route } from '../route.ts'
import { beginSession, browsersOnly } from '../session.ts'
import { presentSession, sessionAnswer, typedLogin } from './session-shapes.ts'

/** The same to everybody: it must not tell who is in the rosters. */
const ON_ITS_WAY = {
  message: `Nếu địa chỉ này có trong hệ thống, liên kết đăng nhập đang được gửi tới hộp thư và dùng được trong ${LINK_MINUTES} phút.`,
}

export const signInLinkRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/sign-in-links',
    summary: 'Ask for a one-time sign-in link by mail',
    tag: 'Signing in',
    access: 'public',
    limit: 'sign-in-link',
    body: z.object({ login: typedLogin }),
    answers: { 202: z.object({ message: z.string() }) },
    refusals: [],
    handle: async ({ body, now, req }) => {
      // Nobody waits for it: the time of the answer would tell whether there is such an account.
      requestSignInLink(ports)(body, now).catch((error: unknown) => req.log.error(error))
      return reply(ok(ON_ITS_WAY), 202)
    },
  }),
  route({
    method: 'post',
    path: '/sign-in-links/consume',
    summary:
      'Sign in with the token of a link; opens once, for ten minutes. One sent to choose a password takes it',
    tag: 'Signing in',
    access: 'public',
    limit: 'open-link',
    before: [browsersOnly],
    body: z.object({ token: z.string().min(1).max(100), password: z.string().max(200).optional() }),
    answers: { 200: sessionAnswer },
    refusals: ['link-not-valid', 'slip-not-valid'],
    handle: async ({ body, now, req }) => {
      const signedIn = await consumeSignInLink(ports)(body, now)
      if (!signedIn.ok) return signedIn
      return reply(ok(presentSession(signedIn.value, await beginSession(req, signedIn.value.id))))
    },
  }),
]
