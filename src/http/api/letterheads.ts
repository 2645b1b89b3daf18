import { z } from 'zod'
import { saveLetterhead } from '../../commands/save-letterhead.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getLetterhead } from '../../queries/letterhead.ts'
import { unitCode } from '../../wire/campaign.ts'
import { letterheadShape } from '../../wire/letterhead.ts'
import { type Route, reply, route } from '../route.ts'

const params = z.object({ unit: unitCode })

const answer = z
  .object({
    ...letterheadShape.shape,
    unit: z.string(),
    isUsual: z.boolean().meta({ description: 'Nothing was told yet: this is what is usual' }),
  })
  .meta({ id: 'Letterhead' })

export const letterheadRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/units/:unit/letterhead',
    summary: 'What stands on the papers of a unit: bodies, number and sign, place, signer, recipients',
    tag: 'Reports',
    access: ['staff', 'admin'],
    params,
    answers: { 200: answer },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(
        mapResult(
          await getLetterhead(ports)(actor, params.unit),
          ({ unit, letterhead, isUsual }): z.input<typeof answer> => ({
            unit: unit.code,
            isUsual,
            ...letterhead,
            addressees: [...letterhead.addressees],
            bases: [...letterhead.bases],
            titles: [...letterhead.titles],
            recipients: [...letterhead.recipients],
          }),
        ),
      ),
  }),
  route({
    method: 'put',
    path: '/units/:unit/letterhead',
    summary: 'Tell it: reports compiled from now on carry it',
    tag: 'Reports',
    access: ['staff', 'admin'],
    params,
    body: letterheadShape,
    answers: { 204: null },
    refusals: [],
    handle: async ({ actor, params, body, now }) =>
      reply(await saveLetterhead(ports)(actor, params.unit, body, now), 204),
  }),
]
