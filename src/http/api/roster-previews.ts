import { z } from 'zod'
import { confirmRoster } from '../../commands/confirm-roster.ts'
import { previewRoster } from '../../commands/preview-roster.ts'
import { sentence } from '../../domain/problems.ts'
import { mapResult } from '../../domain/result.ts'
import { appliedCount, IMPORT_STATES, NOBODY, type RosterImport } from '../../domain/roster-import.ts'
import type { Ports } from '../../ports/index.ts'
import { getRosterImport, getRosterPreview } from '../../queries/roster-import.ts'
import { listRosterImports } from '../../queries/roster-imports.ts'
import { rosterDocument } from '../../reports/roster.ts'
import { ROSTER_UPLOAD_REFUSALS, readRosterUpload, rosterUpload } from '../receive-table.ts'
import { type Route, reply, route } from '../route.ts'
import { serveDocument, XLSX } from '../serve-document.ts'
import { campaignParams, documentId, isoTime } from './shapes.ts'

const params = z.object({ id: documentId })
const count = z.int().min(0)

const preview = z
  .object({
    id: z.string(),
    campaign: z.string(),
    unit: z.string(),
    file: z.object({ name: z.string(), size: z.int(), sha256: z.string() }),
    state: z.enum(IMPORT_STATES),
    isChanged: z.boolean().meta({
      description: 'The people changed since it was shown: nothing was imported, it is to be confirmed again',
    }),
    counts: z.object({
      rows: count,
      created: count,
      updated: count,
      moved: count,
      merged: count,
      unchanged: count,
      rejected: count,
      warnings: count,
      absent: count,
    }),
    applied: count.meta({ description: 'People imported so far' }),
    uploadedAt: isoTime,
    expiresAt: isoTime.meta({ description: 'It can be confirmed until then' }),
    confirmedAt: isoTime.nullable(),
    finishedAt: isoTime.nullable(),
    failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'RosterPreview' })

const present = (roster: RosterImport): z.input<typeof preview> => ({
  id: roster.id,
  campaign: roster.campaign,
  unit: roster.unit,
  file: { name: roster.file.name, size: roster.file.size, sha256: roster.file.sha256 },
  state: roster.state,
  isChanged: roster.isChanged,
  counts: roster.counts,
  applied: appliedCount(roster.applied ?? NOBODY),
  uploadedAt: roster.uploadedAt.toISOString(),
  expiresAt: roster.expiresAt.toISOString(),
  confirmedAt: roster.confirmedAt?.toISOString() ?? null,
  finishedAt: roster.finishedAt?.toISOString() ?? null,
  failure: roster.failure && { code: roster.failure.code, detail: sentence(roster.failure) },
})

const IMPORTERS = ['staff', 'admin'] as const

export const rosterPreviewRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'post',
    path: '/campaigns/:c/roster-previews',
    summary: 'Upload a roster and see what its import would do; it is kept for a day, to be confirmed',
    tag: 'Rosters',
    access: IMPORTERS,
    params: campaignParams,
    multipart: rosterUpload,
    answers: { 201: preview },
    refusals: ROSTER_UPLOAD_REFUSALS,
    handle: async ({ actor, params, now, req, res }) => {
      const upload = await readRosterUpload(req, res)
      if (!upload.ok) return upload
      const { file, fields } = upload.value
      const input = { campaign: params.c, unit: fields.unit, file }
      return reply(mapResult(await previewRoster(ports)(actor, input, now), present), 201)
    },
  }),
  route({
    method: 'get',
    path: '/campaigns/:c/roster-previews',
    summary: 'The newest fifty rosters that were uploaded for your units, newest first',
    tag: 'Rosters',
    access: IMPORTERS,
    params: campaignParams,
    answers: { 200: z.array(preview) },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(
        mapResult(await listRosterImports(ports)(actor, params.c), ({ imports }) => imports.map(present)),
      ),
  }),
  route({
    method: 'get',
    path: '/roster-previews/:id',
    summary: 'One uploaded roster: what it would do, how far its import is, what it did',
    tag: 'Rosters',
    access: IMPORTERS,
    params,
    answers: { 200: preview },
    refusals: [],
    handle: async ({ actor, params }) =>
      reply(mapResult(await getRosterImport(ports)(actor, params.id), ({ roster }) => present(roster))),
  }),
  route({
    method: 'get',
    path: '/roster-previews/:id/rows.xlsx',
    summary: 'Rejected rows, warnings, changes and who is absent, as a workbook',
    tag: 'Rosters',
    access: IMPORTERS,
    params,
    answers: { 200: { bytes: XLSX } },
    refusals: [],
    handle: async ({ actor, params, res }) => {
      const found = await getRosterPreview(ports)(actor, params.id)
      if (!found.ok) return found
      const { roster, unit, preview } = found.value
      return serveDocument(ports)(res, 'ket-qua-danh-sach', rosterDocument(roster, unit, preview))
    },
  }),
  route({
    method: 'post',
    path: '/roster-previews/:id/confirmation',
    summary: 'Have the previewed roster imported; refused once it was confirmed',
    tag: 'Rosters',
    access: IMPORTERS,
    params,
    answers: { 202: preview },
    refusals: ['import-confirmed', 'preview-expired', 'nothing-to-import'],
    handle: async ({ actor, params, now }) => {
      const confirmed = await confirmRoster(ports)(actor, params.id, now)
      if (!confirmed.ok) return confirmed
      const found = await getRosterImport(ports)(actor, params.id)
      return reply(
        mapResult(found, ({ roster }) => present(roster)),
        202,
      )
    },
  }),
]
