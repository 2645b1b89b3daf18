import { z } from 'zod'
import { CHANNELS } from '../domain/channel.ts'
import { problem } from '../domain/problems.ts'
import { ok, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { getPauses } from '../queries/pauses.ts'
import { missingParts } from '../queries/readiness.ts'
import { isoTime } from './api/shapes.ts'
import { type Route, reply, route } from './route.ts'

/** Asked every few seconds by whoever watches over the processes: an answer must come at once. */
const PATIENCE_MS = 800

/** Outside /api/v1 and before everything that needs a server. */
export const healthRoutes = (ports: Pick<Ports, 'heartbeats' | 'queue' | 'breakers'>): readonly Route[] => [
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
    answers: {
      200: z.object({
        status: z.literal('ready'),
        pauses: z.array(z.object({ channel: z.enum(CHANNELS), since: isoTime, until: isoTime })).meta({
          description: 'Channels whose server takes nothing: mails or messages wait, everything else works',
        }),
      }),
    },
    refusals: ['not-ready'],
    handle: async () => {
      const parts = await missingParts(ports)(PATIENCE_MS)
      if (parts.length > 0) return refuse(problem('not-ready', { parts }))
      const pauses = (await getPauses(ports)).map(({ channel, since, until }) => ({
        channel,
        since: since.toISOString(),
        until: until.toISOString(),
      }))
      return reply(ok({ status: 'ready', pauses }))
    },
  }),
]
