import { checkPassword } from '../domain/account-rules.ts'
import { loginOf } from '../domain/login.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import type { FreshPassword } from './create-account.ts'

interface Reset {
  readonly login: string
  /** None: one is made up. */
  readonly password?: string
}

/** Gives an account a new password, and ends its sessions: whoever knew the old one is out. */
export const resetPassword =
  (ports: Pick<Ports, 'accounts' | 'sessions' | 'passwords' | 'random' | 'audit' | 'transact'>) =>
  async (actor: Actor, given: Reset, now: Date): Promise<Result<FreshPassword>> => {
    const { accounts, sessions, passwords, random, audit, transact } = ports
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const login = loginOf(given.login)
    const password = given.password ?? random.password()
    const [first, ...more] = checkPassword(password)
    if (first !== undefined) return refuse(first, ...more)
    const passwordHash = await passwords.hash(password)
    return transact(async tx => {
      const account = await accounts.byLogin(login, tx)
      if (account === null) return refuse(problem('not-found'))
      await accounts.save({ ...account, passwordHash }, tx)
      await sessions.endAll(account.id, tx)
      await audit.write(
        { actor, action: 'account.password-reset', target: `account:${account.id}`, path: [], at: now },
        tx,
      )
      return ok({ id: account.id, login, password })
    })
  }
