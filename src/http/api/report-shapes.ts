import { z } from 'zod'
import { sentence } from '../../domain/problems.ts'
import { REPORT_STATES, type Report } from '../../domain/report.ts'
import { REPORT_FORMATS } from '../../domain/report-format.ts'
import { REPORT_OCCASIONS } from '../../domain/report-moment.ts'
import { moment } from '../../wire/campaign.ts'
import { totals } from './progress.ts'
import { documentId, isoTime } from './shapes.ts'

export const reportParams = z.object({ id: documentId })

export const reportCutoff = moment
  .optional()
  .meta({ description: 'What happened later is not in it; default: now' })

/** null: the usual ones. */
export const reportFormats = z
  .array(z.enum(REPORT_FORMATS, { error: `chỉ có các định dạng ${REPORT_FORMATS.join(', ')}` }))
  .min(1, 'cần ít nhất một định dạng')
  .optional()
  .transform(formats => formats ?? null)

export const reportAnswer = z
  .object({
    id: z.string(),
    campaign: z.string(),
    unit: z.string(),
    batch: z.string().nullable().meta({ description: 'That it was asked for with' }),
    occasion: z
      .enum(REPORT_OCCASIONS)
      .nullable()
      .meta({ description: 'Of the schedule it was compiled by; null: somebody asked' }),
    cutoff: isoTime,
    formats: z.array(z.enum(REPORT_FORMATS)),
    archive: z.object({ newerThan: isoTime.nullable(), names: z.string(), splitBytes: z.int().nullable() }),
    state: z.enum(REPORT_STATES),
    progress: z.number().min(0).max(1),
    files: z
      .array(
        z.object({
          format: z.enum(REPORT_FORMATS),
          part: z.int().min(1),
          name: z.string(),
          size: z.int(),
          sha256: z.string(),
        }),
      )
      .meta({ description: 'Empty until the report is done' }),
    digest: z.object({ totals, rowsSha256: z.string() }).nullable().meta({
      description: 'Its numbers, and the hash of the rows they are told from; null until it is done',
    }),
    requestedBy: z.string(),
    requestedAt: isoTime,
    finishedAt: isoTime.nullable(),
    failure: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'Report' })

export const presentReport = (report: Report): z.input<typeof reportAnswer> => ({
  id: report.id,
  campaign: report.campaign,
  unit: report.unit,
  batch: report.batch,
  occasion: report.occasion,
  cutoff: report.cutoff.toISOString(),
  formats: [...report.formats],
  archive: { ...report.archive, newerThan: report.archive.newerThan?.toISOString() ?? null },
  state: report.state,
  progress: report.progress,
  files: report.files.map(({ fileId: _fileId, ...file }) => file),
  digest: report.digest,
  requestedBy: report.requestedBy,
  requestedAt: report.requestedAt.toISOString(),
  finishedAt: report.finishedAt?.toISOString() ?? null,
  failure: report.failure && { code: report.failure.code, detail: sentence(report.failure) },
})
