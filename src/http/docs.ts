import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Router } from 'express'
import { z } from 'zod'
import { ok } from '../domain/result.ts'
import { type Route, route, STREAMED } from './route.ts'

const OURS = join(import.meta.dirname, 'docs')
const require = createRequire(import.meta.url)
const SWAGGER_UI = dirname(require.resolve('swagger-ui-dist/package.json'))

/** All that the page loads: from this host, nothing inline. */
const ASSETS = {
  'initialise.js': OURS,
  'swagger-ui.css': SWAGGER_UI,
  'swagger-ui-bundle.js': SWAGGER_UI,
  'favicon-32x32.png': SWAGGER_UI,
} as const

/** The API described to machines and to people. The document is made when it is first asked for. */
export const docsRoutes = (makeDocument: () => object): readonly Route[] => {
  let document: object | undefined
  return [
    route({
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This document',
      tag: 'System',
      access: 'public',
      answers: { 200: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }) },
      refusals: [],
      handle: async () => {
        document ??= makeDocument()
        return ok({ status: 200, body: document })
      },
    }),
    route({
      method: 'get',
      path: '/api/docs',
      summary: 'This document as a page to read and to try',
      tag: 'System',
      access: 'public',
      answers: { 200: { bytes: 'text/html' } },
      refusals: [],
      handle: async ({ res }) => {
        res.sendFile('index.html', { root: OURS })
        return STREAMED
      },
    }),
  ]
}

export const docsAssets = (): Router => {
  const router = Router()
  for (const [name, root] of Object.entries(ASSETS))
    router.get(`/api/docs/${name}`, (_req, res) => {
      res.sendFile(name, { root, maxAge: '1h' })
    })
  return router
}
