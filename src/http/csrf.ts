import { csrfSync } from 'csrf-sync'
import type { Request, RequestHandler } from 'express'
import { problem } from '../domain/problems.ts'
import { writeProblems } from './problems.ts'
import type { Access, Route } from './route.ts'

declare global {
  namespace Express {
    interface Request {
      /** Its token is still to come, in its multipart body. */
      owesToken?: true
    }
  }
}

/** The token of a session: kept in it, and taken from the header `x-csrf-token`, or from a page's form. */
export const { generateToken, isRequestValid } = csrfSync({
  size: 32,
  getTokenFromRequest: req =>
    req.get('x-csrf-token') ?? (req.body as { csrfToken?: string } | undefined)?.csrfToken,
})

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const isGenuine = (req: Request, access: Access): boolean => {
  if (SAFE.has(req.method)) return true
  if (access === 'public') return !['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '')
  return req.signedInBy !== 'cookie' || isRequestValid(req)
}

/**
 * Browsers add cookies to requests that other sites start, so a write by cookie must also show the session's token;
 * bearer tokens are not added by anybody. A public write uses nobody's rights, but signing in must not be started by
 * another site either: that is the browser's own word, which only those of before 2020 do not give.
 *
 * A form with a file, sent without JavaScript, has its token inside, and nothing of it is read yet: that token must
 * come before the file, and `readMultipart` takes no file without it (`showsToken`).
 */
export const csrf =
  ({ access, multipart }: Pick<Route, 'access' | 'multipart'>): RequestHandler =>
  (req, res, next) => {
    const isReadLater = multipart !== undefined && Boolean(req.is('multipart/form-data'))
    if (isGenuine(req, access)) next()
    else if (isReadLater && req.get('x-csrf-token') === undefined) {
      req.owesToken = true
      next()
    } else writeProblems(res, [problem('csrf-token-not-valid')])
  }

/** Has a request whose token is a part of its form shown it by now? All others have long since. */
export const showsToken = (req: Request): boolean => req.owesToken !== true || isRequestValid(req)
