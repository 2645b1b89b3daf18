import { z } from 'zod'
import { createToken } from '../../commands/create-token.ts'
import { revokeToken } from '../../commands/revoke-token.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { listTokens } from '../../queries/tokens.ts'
import { line } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { isoTime } from './shapes.ts'

export const tokenRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/tokens',
    summary: 'Make a bearer token for a machine client; it is shown this once',
    tag: 'Tokens',
    access: 'signed-in',
    body: z.object({ name: line(100) }),
    answers: { 201: z.object({ id: z.string(), token: z.string() }) },
    refusals: [],
    handle: async ({ actor, body, now }) => reply(await createToken(ports)(actor, body, now), 201),
  }),
  route({
    method: 'get',
    path: '/tokens',
    summary: "One's own tokens, oldest first",
    tag: 'Tokens',
    access: 'signed-in',
    answers: {
      200: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          createdAt: isoTime,
          lastUsedAt: isoTime.optional().meta({ description: 'To the hour; absent: never used' }),
        }),
      ),
    },
    refusals: [],
    handle: async ({ actor }) =>
      reply(
        mapResult(await listTokens(ports)(actor), list =>
          list.map(({ id, name, createdAt, lastUsedAt }) => ({
            id,
            name,
            createdAt: createdAt.toISOString(),
            lastUsedAt: lastUsedAt?.toISOString(),
          })),
        ),
      ),
  }),
  route({
    method: 'delete',
    path: '/tokens/:id',
    summary: "Revoke one of one's own tokens",
    tag: 'Tokens',
    access: 'signed-in',
    params: z.object({ id: z.string().max(100) }),
    answers: { 204: null },
    refusals: ['not-found'],
    handle: async ({ actor, params, now }) => reply(await revokeToken(ports)(actor, params.id, now), 204),
  }),
]
