import { z } from 'zod'
import { problem } from '../domain/problems.ts'
import { ok, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { missingParts } from '../queries/readiness.ts'
import { type Route, reply, route } from './route.ts'

/** Asked every few seconds by whoever watches over the processes: an answer must come at once. */
const PATIENCE_MS = 800

/** Outside /api/v1 and before everything that needs a server. */
export const healthRoutes = (ports: Pick<Ports, 'heartbeats' | 'queue'>): readonly Route[] => [
  route({
    method: 'get',
    path: '/health/live',
    summary: 'The process runs',
    tag: 'System',
    access: 'public',
    answers: { 200: z.object({ status: z.literal('live') }) },
    refusals: [],
    handle: async () => reply(ok({ status: 'live' })),
  }),
  route({
    method: 'get',
    path: '/health/ready',
    summary: 'The API, MongoDB, Redis and a worker are up',
    tag: 'System',
    access: 'public',
    answers: { 200: z.object({ status: z.literal('ready') }) },
    refusals: ['not-ready'],
    handle: async () => {
      const parts = await missingParts(ports)(PATIENCE_MS)
      return parts.length === 0 ? reply(ok({ status: 'ready' })) : refuse(problem('not-ready', { parts }))
    },
  }),
]
