import { z } from 'zod'
import { cancelReport } from '../../commands/cancel-report.ts'
import { requestReport } from '../../commands/request-report.ts'
import { NAME_TOKENS, patternProblem, USUAL_NAMES } from '../../domain/archive-naming.ts'
import { REPORT_FORMATS } from '../../domain/report-format.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import { getReport } from '../../queries/report.ts'
import { listReports } from '../../queries/reports.ts'
import { moment, unitCode } from '../../wire/campaign.ts'
import { type Route, reply, route } from '../route.ts'
import { serveReport } from '../serve-report.ts'
import { presentReport, reportAnswer, reportCutoff, reportFormats, reportParams } from './report-shapes.ts'
import { campaignParams, idempotencyHeaders } from './shapes.ts'

const part = z.coerce
  .number()
  .int()
  .min(1)
  .default(1)
  .meta({ description: 'Of a format that comes in several files' })

const archive = z.object({
  newerThan: moment
    .optional()
    .transform(at => at ?? null)
    .meta({ description: 'Only essays received after it' }),
  names: z
    .string()
    .default(USUAL_NAMES)
    .superRefine((pattern, context) => {
      const wrong = patternProblem(pattern)
      if (wrong !== null) context.addIssue({ code: 'custom', message: String(wrong.details['reason']) })
    })
    .meta({ description: `Names of its files, from ${NAME_TOKENS.map(token => `{${token}}`).join(', ')}` }),
  splitBytes: z
    .int()
    .min(1024 * 1024, 'mỗi phần ít nhất 1 MB')
    .optional()
    .transform(bytes => bytes ?? null)
    .meta({
      description: 'Several ZIPs, each with about so many bytes of essays, and volumes no larger than that',
    }),
})

const body = z.object({
  unit: unitCode,
  cutoff: reportCutoff,
  formats: reportFormats.meta({
    description:
      'Default: all but the bound volume of the essays (`volume`, PDF); of the nation without the ZIP too',
  }),
  archive: archive.optional().meta({ description: 'What the ZIP holds, and how; how the volume is split' }),
})

export const reportRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/reports',
    summary:
      'Ask for a report of a unit; the same request under way, or with the same Idempotency-Key, is not made twice',
    tag: 'Reports',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    headers: idempotencyHeaders,
    body,
    answers: { 202: reportAnswer },
    refusals: ['key-reused'],
    handle: async ({ actor, params, body: { unit, cutoff = null, formats, archive }, now, req }) => {
      const idempotencyKey = req.get('Idempotency-Key') ?? null
      const request = {
        campaign: params.c,
        unit,
        cutoff,
        formats,
        idempotencyKey,
        ...(archive && { archive }),
      }
      return reply(mapResult(await requestReport(ports)(actor, request, now), presentReport), 202)
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/reports',
    summary: 'The newest hundred reports of a unit and those below it, newest first',
    tag: 'Reports',
    access: ['staff', 'trainer', 'admin'],
    params: campaignParams,
    query: z.object({ unit: unitCode.optional() }),
    answers: { 200: z.array(reportAnswer) },
    refusals: [],
    handle: async ({ actor, params, query }) =>
      reply(
        mapResult(await listReports(ports)(actor, params.c, query.unit ?? null), list =>
          list.map(presentReport),
        ),
      ),
  }),
  route({
    method: 'get',
    path: '/reports/:id',
    summary: 'One report: its state, its progress and, once it is done, its files',
    tag: 'Reports',
    access: ['staff', 'trainer', 'admin'],
    params: reportParams,
    answers: { 200: reportAnswer },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getReport(ports)(actor, params.id), presentReport)),
  }),
  route({
    method: 'delete',
    path: '/reports/:id',
    summary: 'Cancel a report that is under way',
    tag: 'Reports',
    access: ['staff', 'trainer', 'admin'],
    params: reportParams,
    answers: { 204: null },
    refusals: ['report-finished'],
    handle: async ({ actor, params, now }) => reply(await cancelReport(ports)(actor, params.id, now), 204),
  }),
  route({
    method: 'get',
    path: '/reports/:id/files/:format',
    summary: 'One file of a finished report, whole or in part',
    tag: 'Reports',
    access: ['staff', 'trainer', 'admin'],
    params: reportParams.extend({ format: z.enum(REPORT_FORMATS) }),
    query: z.object({ part }),
    answers: {
      200: { bytes: '*/*' },
      206: { bytes: '*/*' },
      304: null,
    },
    refusals: ['report-not-ready', 'range-not-satisfiable'],
    handle: async context => serveReport(ports)(context, { ...context.params, part: context.query.part }),
  }),
]
