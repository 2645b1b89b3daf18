import { csrfSync } from 'csrf-sync'
import type { RequestHandler } from 'express'
import { problem } from '../domain/problems.ts'
import { writeProblems } from './problems.ts'
import type { Access } from './route.ts'

/** The token of a session: kept in it, and taken from the header `x-csrf-token` only, which uploads can send too. */
export const { generateToken, isRequestValid } = csrfSync({ size: 32 })

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Browsers add cookies to requests that other sites start, so a write by cookie must also show the session's token;
 * bearer tokens are not added by anybody. A public write uses nobody's rights, but signing in must not be started by
 * another site either: it takes JSON, which no form can send, and the browser's word that the page is not a foreign one.
 */
export const csrf =
  (access: Access): RequestHandler =>
  (req, res, next) => {
    const isForeign = ['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '')
    const isGenuine = access === 'public' ? !isForeign : req.signedInBy !== 'cookie' || isRequestValid(req)
    if (SAFE.has(req.method) || isGenuine) next()
    else writeProblems(res, [problem('csrf-token-not-valid')])
  }
