import { z } from 'zod'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { listUnits } from '../../queries/list-units.ts'
import { unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignParams } from './shapes.ts'

const listedUnit = z
  .object({
    id: z.string().meta({ description: 'The same as the code' }),
    code: z.string(),
    name: z.string(),
    hasChildren: z.boolean(),
  })
  .meta({ id: 'ListedUnit' })

export const unitRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/units',
    summary: 'The direct children of a unit; without `parent`, the highest units of your scope',
    tag: 'Units',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    query: z.object({ parent: unitCode.optional() }),
    answers: { 200: z.array(listedUnit) },
    refusals: ['not-found'],
    handle: async ({ actor, params, query }) =>
      reply(
        mapResult(await listUnits(ports)(actor, { campaign: params.c, parent: query.parent }), list =>
          list.map(({ unit: { code, name }, hasChildren }) => ({ id: code, code, name, hasChildren })),
        ),
      ),
  }),
]
