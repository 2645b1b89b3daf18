import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { checkConfirmation, type RosterImportId } from '../domain/roster-import.ts'
import type { Ports } from '../ports/index.ts'

/** Has a previewed roster imported, by a worker: exactly the file that was looked at. */
export const confirmRoster =
  ({
    rosterImports,
    audit,
    transact,
    queue,
  }: Pick<Ports, 'rosterImports' | 'audit' | 'transact' | 'queue'>) =>
  async (actor: Actor, id: RosterImportId, now: Date): Promise<Result<null>> => {
    const roster = await rosterImports.find(scopeOf(actor, 'import-roster'), id)
    if (roster === null) return refuse(problem('not-found'))
    const [wrong, ...more] = checkConfirmation(roster, now)
    if (wrong !== undefined) return refuse(wrong, ...more)
    const isConfirmed = await transact(async tx => {
      if (!(await rosterImports.confirm(id, actor, now, tx))) return false
      await audit.write(
        {
          actor,
          action: 'roster.confirmed',
          target: `unit:${roster.unit}`,
          path: roster.path,
          at: now,
          details: { campaign: roster.campaign, file: roster.file.name, sha256: roster.file.sha256 },
        },
        tx,
      )
      return true
    })
    if (!isConfirmed) return refuse(problem('import-confirmed'))
    await queue.enqueue('import-roster', { roster: id })
    return ok(null)
  }
