import { checkAccount, checkAccountChange, leavesAdministration } from '../domain/account-rules.ts'
import { type Actor, type Grant, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isSame } from '../domain/same.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Account } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { missingUnits } from './missing-units.ts'

/** What is not given stays as it is. */
export interface AccountPatch {
  readonly name?: string | undefined
  readonly grants?: readonly Grant[] | undefined
  readonly disabled?: boolean | undefined
}

const told = ({ name, grants, disabled }: Account) => ({ name, grants, disabled })

/** Renames an account, changes what it may do, or closes it; a closed one is out of every browser at once. */
export const changeAccount =
  (ports: Pick<Ports, 'accounts' | 'units' | 'sessions' | 'audit' | 'transact'>) =>
  async (actor: Actor, id: string, patch: AccountPatch, now: Date): Promise<Result<Account>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const { accounts, sessions, audit, transact } = ports
    const missing = await missingUnits(ports)(patch.grants ?? [])
    return transact(async tx => {
      const before = await accounts.byId(id, tx)
      if (before === null) return refuse(problem('not-found'))
      const after: Account = {
        ...before,
        name: patch.name === undefined ? before.name : clean(patch.name),
        grants: patch.grants ?? before.grants,
        disabled: patch.disabled ?? before.disabled,
      }
      const others = leavesAdministration(before, after) ? await accounts.holdAdmins(id, tx) : 0
      const [first, ...more] = [
        ...checkAccount({ ...after, password: null }, missing),
        ...checkAccountChange(actor, before, after, others),
      ]
      if (first !== undefined) return refuse(first, ...more)
      if (isSame(before, after)) return ok(after)

      await accounts.save(after, tx)
      if (after.disabled) await sessions.endAll(id, tx)
      await audit.write(
        {
          actor,
          action: 'account.changed',
          target: `account:${id}`,
          path: [],
          at: now,
          details: { before: told(before), after: told(after) },
        },
        tx,
      )
      return ok(after)
    })
  }
