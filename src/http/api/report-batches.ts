import { z } from 'zod'
import { cancelReportBatch } from '../../commands/cancel-report-batch.ts'
import { requestReportBatch } from '../../commands/request-report-batch.ts'
import { REPORT_STATES } from '../../domain/report.ts'
import type { ReportBatch } from '../../domain/report-batch.ts'
import { REPORT_FORMATS } from '../../domain/report-format.ts'
import { REPORT_OCCASIONS } from '../../domain/report-moment.ts'
import { mapResult } from '../../domain/result.ts'
import type { Ports } from '../../ports/index.ts'
import {
  downloadReportBatch,
  getReportBatch,
  listReportBatches,
  type ReportBatchView,
} from '../../queries/report-batches.ts'
import { type Route, reply, route } from '../route.ts'
import { serveBundle } from '../serve-bundle.ts'
import { unitName } from './progress.ts'
import { presentReport, reportAnswer, reportCutoff, reportFormats, reportParams } from './report-shapes.ts'
import { campaignParams, idempotencyHeaders, isoTime } from './shapes.ts'

const ACCESS = ['trainer', 'admin'] as const

const batchShape = z.object({
  id: z.string(),
  campaign: z.string(),
  occasion: z.enum(REPORT_OCCASIONS).nullable(),
  cutoff: isoTime,
  formats: z.array(z.enum(REPORT_FORMATS)),
  requestedBy: z.string(),
  requestedAt: isoTime,
  states: z
    .record(z.enum(REPORT_STATES), z.int())
    .meta({ description: 'How many reports are in each state' }),
  progress: z.number().min(0).max(1),
  finishedAt: isoTime.nullable().meta({ description: 'null while one of its reports is under way' }),
})
const batchAnswer = batchShape.meta({ id: 'ReportBatch' })
const batchViewAnswer = batchShape
  .extend({ reports: z.array(z.object({ unit: unitName, report: reportAnswer })) })
  .meta({ id: 'ReportBatchView' })

const present = (batch: ReportBatch): z.input<typeof batchAnswer> => ({
  ...batch,
  formats: [...batch.formats],
  cutoff: batch.cutoff.toISOString(),
  requestedAt: batch.requestedAt.toISOString(),
  finishedAt: batch.finishedAt?.toISOString() ?? null,
})

const presentView = ({ batch, reports }: ReportBatchView): z.input<typeof batchViewAnswer> => ({
  ...present(batch),
  reports: reports.map(({ unit, report }) => ({ unit, report: presentReport(report) })),
})

export const reportBatchRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/report-batches',
    summary:
      'Ask for the reports of all units directly under the Confederation, with one cut-off; the same request under way, or with the same Idempotency-Key, is not made twice',
    tag: 'Reports',
    access: ACCESS,
    params: campaignParams,
    headers: idempotencyHeaders,
    body: z.object({
      cutoff: reportCutoff,
      formats: reportFormats.meta({ description: 'Default: all but the ZIP of essays' }),
    }),
    answers: { 202: batchViewAnswer },
    refusals: ['not-found', 'key-reused'],
    handle: async ({ actor, params, body: { cutoff = null, formats }, now, req }) => {
      const idempotencyKey = req.get('Idempotency-Key') ?? null
      const wanted = { campaign: params.c, cutoff, formats, idempotencyKey }
      const asked = await requestReportBatch(ports)(actor, wanted, now)
      return asked.ok
        ? reply(mapResult(await getReportBatch(ports)(actor, asked.value), presentView), 202)
        : asked
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/report-batches',
    summary: 'The newest twenty batches of reports, newest first',
    tag: 'Reports',
    access: ACCESS,
    params: campaignParams,
    answers: { 200: z.array(batchAnswer) },
    refusals: ['not-found'],
    handle: async ({ actor, params }) =>
      reply(mapResult(await listReportBatches(ports)(actor, params.c), list => list.map(present))),
  }),
  route({
    method: 'get',
    path: '/report-batches/:id',
    summary: 'One batch: how far it is, and its reports by unit',
    tag: 'Reports',
    access: ACCESS,
    params: reportParams,
    answers: { 200: batchViewAnswer },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getReportBatch(ports)(actor, params.id), presentView)),
  }),
  route({
    method: 'get',
    path: '/report-batches/:id/reports.zip',
    summary: 'All files of its finished reports in one ZIP, with a list of whose are in it and whose are not',
    tag: 'Reports',
    access: ACCESS,
    params: reportParams,
    answers: { 200: { bytes: 'application/zip' } },
    refusals: ['report-not-ready'],
    handle: async context =>
      serveBundle(context, await downloadReportBatch(ports)(context.actor, context.params.id, context.now)),
  }),
  route({
    method: 'delete',
    path: '/report-batches/:id',
    summary: 'Cancel those of its reports that are under way; finished ones stay',
    tag: 'Reports',
    access: ACCESS,
    params: reportParams,
    answers: { 204: null },
    refusals: ['report-finished'],
    handle: async ({ actor, params, now }) =>
      reply(await cancelReportBatch(ports)(actor, params.id, now), 204),
  }),
]
