import { csrfSync } from 'csrf-sync'
import type { RequestHandler } from 'express'
import { problem } from '../domain/problems.ts'
import { writeProblems } from './problems.ts'
import type { Access } from './route.ts'

/** The token of a session: kept in it, and taken from the header `x-csrf-token`, or from a page's form. */
export const { generateToken, isRequestValid } = csrfSync({
  size: 32,
  getTokenFromRequest: req =>
    req.get('x-csrf-token') ?? (req.body as { csrfToken?: string } | undefined)?.csrfToken,
})

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Browsers add cookies to requests that other sites start, so a write by cookie must also show the session's token;
 * bearer tokens are not added by anybody. A public write uses nobody's rights, but signing in must not be started by
 * another site either: that is the browser's own word, which only those of before 2020 do not give.
 */
export const csrf =
  (access: Access): RequestHandler =>
  (req, res, next) => {
    const isForeign = ['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '')
    const isGenuine = access === 'public' ? !isForeign : req.signedInBy !== 'cookie' || isRequestValid(req)
    if (SAFE.has(req.method) || isGenuine) next()
    else writeProblems(res, [problem('csrf-token-not-valid')])
  }
