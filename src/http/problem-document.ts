import { z } from 'zod'
import { CATALOGUE, type ProblemCode } from '../domain/problems.ts'
import type { Route } from './route.ts'

const code = z.enum(Object.keys(CATALOGUE) as ProblemCode[])
const detail = z.string().meta({ description: 'A sentence for a person, in Vietnamese' })

/** What http/problems.ts writes: RFC 9457, with a stable code. */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code,
    detail,
    problems: z
      .array(
        z.object({
          code,
          detail,
          at: z.string().optional().meta({ description: 'Where in the request, e.g. `body/dueAt`' }),
          details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
        }),
      )
      .meta({ description: 'All that is wrong; the first is told again above' }),
  })
  .meta({ id: 'Problem' })

/** Every code a route can refuse with: its own, and those that come with its access, its shape and its limit. */
export const refusalsOf = ({
  method,
  access,
  limit,
  params,
  query,
  headers,
  body,
  multipart,
  refusals,
}: Route): readonly ProblemCode[] => {
  const codes = new Set<ProblemCode>(['not-signed-in', ...refusals, 'unexpected'])
  if (Array.isArray(access)) codes.add('forbidden')
  if (method !== 'get') codes.add('csrf-token-not-valid')
  if (limit !== undefined) codes.add('too-many-requests')
  if (params !== undefined) codes.add('not-found')
  if ([params, query, headers, body, multipart].some(shape => shape !== undefined))
    codes.add('input-not-valid')
  if (body !== undefined) codes.add('body-too-large').add('media-type-not-supported')
  return [...codes]
}
