import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { AuditEntry } from '../ports/audit.ts'
import type { Ports } from '../ports/index.ts'
import type { NewReport } from '../ports/reports.ts'

/** One or several, written down together; the first of them holds the key for all. */
type Asked = readonly [NewReport, ...NewReport[]]

/**
 * Writes all of them or none, and the entry of the log with them; unless the same were asked for before, by key or
 * while they are under way: then one of those is the answer.
 */
export const insertOrFindReports =
  ({ reports, audit, transact }: Pick<Ports, 'reports' | 'audit' | 'transact'>) =>
  async (
    actor: Actor,
    asked: Asked,
    { action, target, path, details }: Pick<AuditEntry, 'action' | 'target' | 'path' | 'details'>,
  ): Promise<Result<{ readonly report: Report; readonly isNew: boolean }>> =>
    transact(async tx => {
      const [first] = asked
      const { idempotencyKey: key, campaign, cutoff, formats, requestedAt: at } = first
      const all = asked.map(({ sameness }) => sameness)
      const underKey = key === null ? null : await reports.underKey(actor.id, key, tx)
      if (underKey !== null && !all.includes(underKey.sameness)) return refuse(problem('key-reused'))
      const earlier = underKey ?? (await reports.underWay(all, tx))
      if (earlier !== null) return ok({ report: earlier, isNew: false })
      await reports.insertAll(asked, tx)
      await audit.write(
        { actor, action, target, path, at, details: { campaign, cutoff, formats, ...details } },
        tx,
      )
      return ok({ report: first, isNew: true })
    })
