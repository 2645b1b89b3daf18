import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Revokes one token of somebody's account, or all of them; says how many. */
export const revokeAccountTokens =
  ({ accounts, tokens, audit, transact }: Pick<Ports, 'accounts' | 'tokens' | 'audit' | 'transact'>) =>
  async (actor: Actor, id: string, only: string | null, now: Date): Promise<Result<number>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    return transact(async tx => {
      if ((await accounts.byId(id, tx)) === null) return refuse(problem('not-found'))
      const revoked =
        only === null ? await tokens.revokeAll(id, tx) : Number(await tokens.revoke(id, only, tx))
      if (only !== null && revoked === 0) return refuse(problem('not-found'))
      await audit.write(
        {
          actor,
          action: 'account.tokens-revoked',
          target: `account:${id}`,
          path: [],
          at: now,
          details: { revoked },
        },
        tx,
      )
      return ok(revoked)
    })
  }
