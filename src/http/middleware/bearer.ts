import type { RequestHandler } from 'express'
import { authenticateToken } from '../../commands/authenticate-token.ts'
import { problem } from '../../domain/problems.ts'
import type { Ports } from '../../ports/index.ts'
import { writeProblems } from '../problems.ts'

/** `Authorization: Bearer …` for machine clients. A wrong token is refused, not taken for nobody. */
export const bearer = (ports: Pick<Ports, 'tokens'>): RequestHandler => {
  const authenticate = authenticateToken(ports)
  return async (req, res, next) => {
    const token = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1]
    if (token === undefined) {
      next()
      return
    }
    req.actor = await authenticate(token, req.arrivedAt)
    if (req.actor === null) {
      writeProblems(res, [problem('not-signed-in')])
    } else {
      req.signedInBy = 'token'
      next()
    }
  }
}
