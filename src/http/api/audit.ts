import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { actionName } from '../../domain/audited.ts'
import { mapResult } from '../../domain/result.ts'
import { formatDate, formatTime } from '../../domain/time.ts'
import type { StoredAuditEntry } from '../../ports/audit.ts'
import type { Ports } from '../../ports/index.ts'
import { exportAudit, listAudit } from '../../queries/audit.ts'
import { auditCursor, auditCursorOf, auditFilter } from '../../wire/audit.ts'
import { type Route, reply, route, STREAMED } from '../route.ts'
import { isoTime } from './shapes.ts'

const CSV = 'text/csv'
const HEADER = ['Thời điểm', 'Người', 'Mã tài khoản', 'Việc', 'Mã việc', 'Đối tượng', 'Đơn vị', 'Chi tiết']

const entryAnswer = z
  .object({
    id: z.string(),
    at: isoTime,
    actor: z.object({ id: z.string(), name: z.string() }),
    action: z.string(),
    target: z.string(),
    path: z.array(z.string()).meta({ description: 'Of the unit it concerns, root first; empty: the house' }),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' })

const present = ({ id, at, actor, action, target, path, details }: StoredAuditEntry) => ({
  ...{ id, action, target },
  at: at.toISOString(),
  actor: { id: actor.id, name: actor.name },
  path: [...path],
  // As JSON says it: dates in there are the log's own business.
  details: JSON.parse(JSON.stringify(details ?? {})) as Record<string, unknown>,
})

const rowOf = ({ at, actor, action, target, path, details }: StoredAuditEntry): readonly string[] => [
  `${formatDate(at)} ${formatTime(at)}`,
  actor.name,
  actor.id,
  actionName(action, 'vi'),
  action,
  target,
  path.join(' / '),
  details === undefined ? '' : JSON.stringify(details),
]

/** The log, for admins. */
export const auditRoutes = (ports: Ports): readonly Route[] => [
  route({
    method: 'get',
    path: '/audit',
    summary: 'What was done by whom, newest first',
    tag: 'Audit',
    access: ['admin'],
    query: z.object({
      ...auditFilter,
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: auditCursor.optional(),
    }),
    answers: { 200: z.object({ items: z.array(entryAnswer), nextCursor: z.string().nullable() }) },
    refusals: [],
    handle: async ({ actor, query: { cursor, limit, ...asked } }) =>
      reply(
        mapResult(await listAudit(ports)(actor, asked, cursor ?? null, limit), ({ entries, next }) => ({
          items: entries.map(present),
          nextCursor: next && auditCursorOf(next),
        })),
      ),
  }),
  route({
    method: 'get',
    path: '/audit.csv',
    summary: 'The same as a table for offices, all of it',
    tag: 'Audit',
    access: ['admin'],
    query: z.object(auditFilter),
    answers: { 200: { bytes: CSV } },
    refusals: [],
    handle: async ({ actor, query, req, res }) => {
      const found = await exportAudit(ports)(actor, query)
      if (!found.ok) return found
      res.status(200).set({
        'Content-Type': `${CSV}; charset=utf-8`,
        'Content-Disposition': 'attachment; filename="nhat-ky.csv"',
        'Cache-Control': 'private, no-store',
      })
      const rows = async function* (entries: typeof found.value) {
        for await (const batch of entries) yield batch.map(rowOf)
      }
      await pipeline(ports.csv.write(HEADER, rows(found.value)), res).catch((error: unknown) => {
        if (!req.destroyed && !res.destroyed) throw error
      })
      return STREAMED
    },
  }),
]
