import { z } from 'zod'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { compareReports, exportComparison, type ReportComparison } from '../../queries/compare-reports.ts'
import { CHANGES } from '../../reports/comparison.ts'
import { LIST_TYPES } from '../list-types.ts'
import { type Route, reply, route } from '../route.ts'
import { serveStream } from '../serve-bytes.ts'
import { totals, unitName } from './progress.ts'
import { reportParams } from './report-shapes.ts'
import { documentId, isoTime } from './shapes.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const
const query = z.object({ other: documentId.meta({ description: 'Another report of the same unit' }) })

const sides = { before: totals, after: totals }
const changesAnswer = z
  .object({
    unit: unitName,
    since: isoTime.meta({ description: 'Cut-off of the earlier one' }),
    until: isoTime,
    isAsCompiled: z.boolean().meta({
      description: 'false: told again from what is stored, a report has other rows than when it was compiled',
    }),
    totals: z.object(sides),
    units: z.array(z.object({ unit: unitName, ...sides })),
    people: z.array(
      z.object({
        enrolment: z.string(),
        name: z.string(),
        unit: unitName,
        changes: z.array(
          z.object({
            kind: z.enum(CHANGES),
            topics: z.array(z.string()),
            detail: z.string().nullable().meta({ description: 'Why exempted; the unit moved from' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ReportChanges' })

const present = (compared: ReportComparison): z.input<typeof changesAnswer> => ({
  unit: { code: compared.unit.code, name: compared.unit.name },
  since: compared.since.toISOString(),
  until: compared.until.toISOString(),
  isAsCompiled: compared.isAsCompiled,
  totals: compared.totals,
  units: compared.units.map(({ code, name, before, after }) => ({ unit: { code, name }, before, after })),
  people: compared.people.map(({ entry: { enrolment, unit }, changes }) => ({
    enrolment: enrolment.id,
    name: enrolment.person.name,
    unit: { code: unit.code, name: unit.label },
    changes: changes.map(one => ({ ...one, topics: [...one.topics] })),
  })),
})

export const reportChangesRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/reports/:id/changes',
    summary:
      'What changed between the cut-offs of two finished reports of one unit: numbers, and each person',
    tag: 'Reports',
    access: ACCESS,
    params: reportParams,
    query,
    answers: { 200: changesAnswer },
    refusals: ['report-not-ready'],
    handle: async ({ actor, params, query }) =>
      reply(
        mapResult(await compareReports(ports)(actor, { report: params.id, other: query.other }), present),
      ),
  }),
  route({
    method: 'get',
    path: '/reports/:id/changes.csv',
    summary: 'The people of it as a table',
    tag: 'Reports',
    access: ACCESS,
    params: reportParams,
    query,
    answers: { 200: { bytes: LIST_TYPES.csv } },
    refusals: ['report-not-ready'],
    handle: async ({ actor, params, query, now, req, res }) => {
      const asked = { report: params.id, other: query.other }
      const file = await exportComparison(ports)(actor, asked, now)
      return file.ok ? serveStream(req, res, { ...file.value, type: LIST_TYPES.csv }) : file
    },
  }),
]
