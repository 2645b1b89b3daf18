import { z } from 'zod'
import { importRoster } from '../../commands/import-roster.ts'
import { problem, sentence } from '../../domain/problems.ts'
import { mapResult, ok, type Result, refuse } from '../../domain/result.ts'
import type { RosterOutcome } from '../../domain/roster/outcome.ts'
import type { Note } from '../../domain/roster/sheet.ts'
import type { Ports } from '../../ports/index.ts'
import type { TableFile } from '../../ports/tables.ts'
import { getRosterTemplate } from '../../queries/roster-template.ts'
import { unitCode } from '../../wire/campaign.ts'
import type { UploadedFile } from '../file-queue.ts'
import { type Route, reply, route, STREAMED } from '../route.ts'
import { readMultipart } from '../upload.ts'
import { campaignParams } from './shapes.ts'

const MAX_BYTES = 20 * 1024 * 1024
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const note = z
  .object({
    sheet: z.string().meta({ description: 'The sheet; of a CSV file, its name' }),
    row: z.int().meta({ description: 'As in the sheet or file, from 1' }),
    column: z.string().nullable().meta({ description: "The column's title; null: the row as a whole" }),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'RosterNote' })

const count = z.int().min(0)
const outcome = z
  .object({
    rows: count.meta({
      description: '= created + updated + moved + merged + unchanged + the number of rejected rows',
    }),
    created: count,
    updated: count,
    moved: count,
    merged: count.meta({ description: 'Rows of people whom an earlier row of the file names already' }),
    unchanged: count,
    rejected: z.array(note),
    warnings: z
      .array(note)
      .meta({ description: 'Imported, but something in the row was not taken as it stands' }),
    moves: z.array(z.object({ id: z.string(), name: z.string(), from: z.string(), to: z.string() })),
    absent: z
      .array(z.object({ id: z.string(), name: z.string(), unit: z.string() }))
      .meta({ description: 'Enrolled in the unit or below it, and not in the file; they stay' }),
  })
  .meta({ id: 'RosterImport' })

const present = ({ sheet, row, column, problem }: Note): z.input<typeof note> => ({
  sheet,
  row,
  column,
  code: problem.code,
  message: sentence(problem),
})

const presentOutcome = (result: RosterOutcome): z.input<typeof outcome> => ({
  ...result,
  rejected: result.rejected.map(present),
  warnings: result.warnings.map(present),
  moves: [...result.moves],
  absent: [...result.absent],
})

/** The whole file in memory: it is small by rule, and its directory is at its end. */
const receive = async ({ name, bytes }: UploadedFile): Promise<Result<TableFile>> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_BYTES) return refuse(problem('roster-too-large', { limit: '20 MB' }, 'body/file'))
    chunks.push(chunk)
  }
  return ok({ name, bytes: Buffer.concat(chunks) })
}

export const rosterRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/roster-imports',
    summary: 'Import a roster (XLSX or CSV) for a unit and all below it; `dryRun=true` says what it would do',
    tag: 'Rosters',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    multipart: z.object({
      file: z.string().meta({ format: 'binary', description: 'At most 20 MB and 50,000 rows' }),
      unit: unitCode,
    }),
    answers: { 200: outcome, 201: outcome },
    refusals: [
      'not-found',
      'roster-not-readable',
      'roster-too-large',
      'roster-without-header',
      'file-missing',
      'more-than-one-file',
      'upload-interrupted',
    ],
    handle: async ({ actor, params, query, now, req, res }) => {
      const isDryRun = query.dryRun === 'true'
      const upload = await readMultipart(req, res, {
        receive,
        discard: async () => undefined,
        fields: z.object({ unit: unitCode }),
      })
      if (!upload.ok) return upload
      const { file, fields } = upload.value
      const result = await importRoster(ports)(
        actor,
        { campaign: params.c, unit: fields.unit, file, isDryRun },
        now,
      )
      return reply(mapResult(result, presentOutcome), isDryRun ? 200 : 201)
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/roster-template.xlsx',
    summary: 'A workbook to fill in, with the names of your units',
    tag: 'Rosters',
    access: ['staff', 'admin'],
    params: campaignParams,
    answers: { 200: { bytes: XLSX } },
    refusals: ['not-found'],
    handle: async ({ actor, params, res }) => {
      const template = await getRosterTemplate(ports)(actor, params.c)
      if (!template.ok) return template
      res
        .status(200)
        .set({
          'Content-Type': XLSX,
          'Content-Disposition': 'attachment; filename="danh-sach-mau.xlsx"',
          'Cache-Control': 'private, no-store',
        })
        .send(template.value)
      return STREAMED
    },
  }),
]
