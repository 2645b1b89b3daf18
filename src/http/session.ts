import { promisify } from 'node:util'
import type { Request, RequestHandler, Response } from 'express'
import expressSession, { type Store } from 'express-session'
import { problem } from '../domain/problems.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { generateToken } from './csrf.ts'
import { writeProblems } from './problems.ts'

declare module 'express-session' {
  interface SessionData {
    /** Only who it is: what he may do is read afresh with every request. */
    account: string
  }
}

export interface SessionOptions {
  readonly store: Store
  /** Signs the cookie. */
  readonly secret: string
  /** In seconds. */
  readonly lifetime: number
}

/** Over https the name's prefix makes browsers hold it to this very host. */
export const sessionCookie = (publicUrl: string) => {
  const secure = publicUrl.startsWith('https://')
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return { name: secure ? '__Host-thu-hoach' : 'thu-hoach', cookie }
}

/** Signs in by cookie who is not signed in by a token: a bearer request never asks for sessions. */
export const session = (
  { accounts, publicUrl }: Pick<Ports, 'accounts' | 'publicUrl'>,
  { store, secret, lifetime }: SessionOptions,
): readonly RequestHandler[] => {
  const { name, cookie } = sessionCookie(publicUrl)
  const load = expressSession({
    name,
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    // The public address says https: then the proxy's word on how the browser came is taken.
    proxy: cookie.secure ? true : undefined,
    cookie: { ...cookie, maxAge: lifetime * 1000 },
  })
  return [
    (req, res, next) => {
      if (req.signedInBy === null) load(req, res, next)
      else next()
    },
    async (req, _res, next) => {
      const id = req.signedInBy === null ? req.session.account : undefined
      const account = id === undefined ? null : await accounts.byId(id)
      if (account !== null && !account.disabled) {
        req.actor = actorOf(account)
        req.signedInBy = 'cookie'
      }
      next()
    },
  ]
}

/** Begins a session under a new id, so that one planted before signing in is worth nothing. Gives its CSRF token. */
export const beginSession = async (req: Request, account: string): Promise<string> => {
  const { session } = req
  await promisify(session.regenerate.bind(session))()
  req.session.account = account
  const token = generateToken(req, true)
  const begun = req.session
  await promisify(begun.save.bind(begun))()
  return token
}

export const endSession = async (req: Request, res: Response, publicUrl: string): Promise<void> => {
  const { session } = req
  await promisify(session.destroy.bind(session))()
  const { name, cookie } = sessionCookie(publicUrl)
  res.clearCookie(name, cookie)
}

/** A request that bears a token has no session to begin or end. */
export const browsersOnly: RequestHandler = (req, res, next) => {
  if (req.signedInBy === 'token')
    writeProblems(res, [
      problem(
        'input-not-valid',
        { reason: 'yêu cầu mang token thì không dùng phiên đăng nhập' },
        'header/authorization',
      ),
    ])
  else next()
}
