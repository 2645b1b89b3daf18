import { z } from 'zod'
import { importRoster } from '../../commands/import-roster.ts'
import { sentence } from '../../domain/problems.ts'
import { mapResult } from '../../domain/result.ts'
import type { RosterOutcome } from '../../domain/roster/outcome.ts'
import type { Note } from '../../domain/roster/sheet.ts'
import type { Ports } from '../../ports/index.ts'
import { getRosterTemplate } from '../../queries/roster-template.ts'
import { ROSTER_UPLOAD_REFUSALS, readRosterUpload, rosterUpload } from '../receive-table.ts'
import { type Route, reply, route, STREAMED } from '../route.ts'
import { XLSX } from '../serve-document.ts'
import { campaignParams } from './shapes.ts'

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

export const rosterRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/roster-imports',
    summary: 'Import a roster (XLSX or CSV) for a unit and all below it; `dryRun=true` says what it would do',
    tag: 'Rosters',
    access: ['staff', 'admin'],
    params: campaignParams,
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    multipart: rosterUpload,
    answers: { 200: outcome, 201: outcome },
    refusals: ROSTER_UPLOAD_REFUSALS,
    handle: async ({ actor, params, query, now, req, res }) => {
      const isDryRun = query.dryRun === 'true'
      const upload = await readRosterUpload(req, res)
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
