import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { problem } from '../domain/problems.ts'
import type { Ports } from '../ports/index.ts'
import { docsAssets } from './docs.ts'
import type { LimitStore } from './limit-store.ts'
import { healthRoutes } from './health.ts'
import { limitsOn } from './limits.ts'
import { arrival } from './middleware/arrival.ts'
import { bearer } from './middleware/bearer.ts'
import { mount } from './mount.ts'
import { unexpectedErrors, writeProblems } from './problems.ts'
import { allRoutes } from './routes.ts'
import { type SessionOptions, session } from './session.ts'

export interface HttpOptions {
  readonly log: Logger
  readonly trustProxy: number
  readonly session: SessionOptions
  readonly limits: LimitStore
}

/** The Express app over the given ports. Never listens. */
export const createApp = (ports: Ports, options: HttpOptions): Express => {
  const app = express()
  app.set('trust proxy', options.trustProxy)
  app.set('etag', false)
  app.use(arrival(ports.clock))
  app.use(pinoHttp({ logger: options.log, quietReqLogger: true }))
  app.use(helmet())
  app.use(mount(healthRoutes(ports), limitsOn(options.limits, options.log)))
  app.use(express.json({ limit: '2mb' }))
  app.use(bearer(ports), ...session(ports, options.session))
  app.use(mount(allRoutes(ports), limitsOn(options.limits, options.log)), docsAssets())
  app.use((_req, res) => {
    writeProblems(res, [problem('not-found')])
  })
  app.use(unexpectedErrors)
  return app
}
