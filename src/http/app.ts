import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { problem } from '../domain/problems.ts'
import type { DemoHouse } from '../ports/demo.ts'
import type { Ports } from '../ports/index.ts'
import { docsAssets } from './docs.ts'
import { healthRoutes } from './health.ts'
import type { LimitStore } from './limit-store.ts'
import { limitsOn } from './limits.ts'
import { arrival } from './middleware/arrival.ts'
import { bearer } from './middleware/bearer.ts'
import { mount } from './mount.ts'
import { unexpectedErrors, writeProblems } from './problems.ts'
import { requestLog } from './request-log.ts'
import { allRoutes } from './routes.ts'
import { type SessionOptions, session } from './session.ts'
import { keepSignedBody } from './signed.ts'
import { web } from './web/index.ts'

export interface HttpOptions {
  readonly log: Logger
  readonly trustProxy: number
  readonly session: SessionOptions
  readonly limits: LimitStore
  /** null: there is no demonstration here, and nothing of it. */
  readonly demo: DemoHouse | null
}

/** Everything comes from this host, nothing stands inline; `upgrade-insecure-requests` would break plain loopback. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  // PDF files, in the browser's own viewer.
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

const notFound: RequestHandler = (_req, res) => {
  writeProblems(res, [problem('not-found')])
}

/** The Express app over the given ports. Never listens. */
export const createApp = (ports: Ports, options: HttpOptions): Express => {
  const app = express()
  const limits = limitsOn(options.limits, options.log)
  app.set('trust proxy', options.trustProxy)
  app.set('etag', false)
  app.use(arrival(ports.clock))
  app.use(requestLog(options.log))
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY } }))
  app.use(mount(healthRoutes(ports), limits))
  app.use(express.json({ limit: '2mb', verify: keepSignedBody }))
  app.use(bearer(ports), ...session(ports, options.session))
  app.use(mount(allRoutes(ports), limits), docsAssets())
  app.use(['/api', '/health'], notFound)
  app.use(web(ports, limits, options.demo), notFound)
  app.use(unexpectedErrors)
  return app
}
