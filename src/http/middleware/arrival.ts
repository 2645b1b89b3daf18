import type { RequestHandler } from 'express'
import type { Clock } from '../../ports/platform.ts'

/** First of all middleware: notes when the request arrived. */
export const arrival =
  (clock: Clock): RequestHandler =>
  (req, _res, next) => {
    req.arrivedAt = clock.now()
    req.actor = null
    req.signedInBy = null
    next()
  }
