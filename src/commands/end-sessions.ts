import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Signs an account out of every browser. */
export const endSessions =
  ({ accounts, sessions, audit, transact }: Pick<Ports, 'accounts' | 'sessions' | 'audit' | 'transact'>) =>
  async (actor: Actor, id: string, now: Date): Promise<Result<null>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    return transact(async tx => {
      if ((await accounts.byId(id, tx)) === null) return refuse(problem('not-found'))
      await sessions.endAll(id, tx)
      await audit.write(
        { actor, action: 'account.sessions-ended', target: `account:${id}`, path: [], at: now },
        tx,
      )
      return ok(null)
    })
  }
