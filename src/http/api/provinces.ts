import { z } from 'zod'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import {
  downloadNewestReports,
  getProvinceReports,
  type ProvinceReports,
} from '../../queries/province-reports.ts'
import { type Route, reply, route } from '../route.ts'
import { serveBundle } from '../serve-bundle.ts'
import { totals, unitName } from './progress.ts'
import { presentReport, reportAnswer } from './report-shapes.ts'
import { campaignParams, isoTime } from './shapes.ts'

const ACCESS = ['staff', 'trainer', 'admin'] as const

const provincesAnswer = z
  .object({
    provinces: z.array(
      z.object({
        unit: unitName,
        totals,
        report: reportAnswer.nullable().meta({ description: 'The newest finished one' }),
      }),
    ),
    totals,
    asOf: isoTime.nullable(),
  })
  .meta({ id: 'Provinces' })

const present = ({ rows, totals: sum, asOf }: ProvinceReports): z.input<typeof provincesAnswer> => ({
  provinces: rows.map(({ unit, totals: count, report }) => ({
    unit: { code: unit.code, name: unit.name },
    totals: count,
    report: report && presentReport(report),
  })),
  totals: sum,
  asOf: asOf?.toISOString() ?? null,
})

export const provinceRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/campaigns/:c/provinces',
    summary: 'The provinces one reaches, by name: how far each is, and its newest report',
    tag: 'Reports',
    access: ACCESS,
    params: campaignParams,
    answers: { 200: provincesAnswer },
    refusals: ['not-found'],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getProvinceReports(ports)(actor, params.c), present)),
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/newest-reports.zip',
    summary: 'All files of the newest reports of the provinces one reaches, in one ZIP',
    tag: 'Reports',
    access: ACCESS,
    params: campaignParams,
    answers: { 200: { bytes: 'application/zip' } },
    refusals: ['not-found', 'report-not-ready'],
    handle: async context =>
      serveBundle(context, await downloadNewestReports(ports)(context.actor, context.params.c, context.now)),
  }),
]
