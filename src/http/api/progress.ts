import { z } from 'zod'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getProgress, type Progress } from '../../queries/progress.ts'
import { unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { campaignParams, isoTime } from './shapes.ts'

export const totals = z
  .object({
    people: z.int(),
    exempt: z.int(),
    expected: z.int(),
    submitted: z.int(),
    onTime: z.int(),
    late: z.int(),
    missing: z.int(),
    percent: z.number(),
    complete: z.int(),
    partial: z.int(),
    nothing: z.int(),
  })
  .meta({
    id: 'Totals',
    description: 'people, exempt, complete, partial and nothing count people; the others essays',
  })

export const unitName = z.object({ code: z.string(), name: z.string() })

const progressAnswer = z
  .object({
    unit: unitName,
    totals,
    topics: z.array(
      z.object({
        topic: z.string(),
        submitted: z.int(),
        onTime: z.int(),
        late: z.int(),
        missing: z.int(),
      }),
    ),
    days: z
      .array(z.object({ day: z.iso.date(), onTime: z.int(), late: z.int() }))
      .meta({ description: 'When the essays that count in the topics came, by the day in Hanoi' }),
    own: totals.meta({ description: 'People directly in the unit; they are in totals too' }),
    children: z.array(z.object({ unit: unitName, totals })),
    asOf: isoTime.nullable().meta({ description: 'All that happened before is in the numbers' }),
  })
  .meta({ id: 'Progress' })

const present = ({
  unit,
  children,
  totals,
  topics,
  days,
  own,
  asOf,
}: Progress): z.input<typeof progressAnswer> => ({
  totals,
  own,
  unit: { code: unit.code, name: unit.name },
  topics: [...topics],
  days: [...days],
  children: children.map(child => ({
    unit: { code: child.unit.code, name: child.unit.name },
    totals: child.totals,
  })),
  asOf: asOf?.toISOString() ?? null,
})

export const progressRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/progress',
    summary: 'How far a unit and its direct children are; without a unit, the highest you reach',
    tag: 'Tracking',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional() }),
    answers: { 200: progressAnswer },
    refusals: ['not-found'],
    handle: async ({ actor, params, query }) =>
      reply(mapResult(await getProgress(ports)(actor, { campaign: params.c, unit: query.unit }), present)),
  }),
]
