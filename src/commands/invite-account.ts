import { checkAccount } from '../domain/account-rules.ts'
import { isMailAddress, loginOf } from '../domain/login.ts'
import { type Actor, type Grant, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Account } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { missingUnits } from './missing-units.ts'
import { type MailedLink, mailPasswordLink, writePasswordLink } from './password-link.ts'

type Needed = Pick<
  Ports,
  'accounts' | 'units' | 'links' | 'random' | 'audit' | 'mailer' | 'publicUrl' | 'transact'
>

/** Makes an account without a password, and mails its owner a link to choose one. */
export const inviteAccount =
  (ports: Needed) =>
  async (
    actor: Actor,
    given: { readonly login: string; readonly name: string; readonly grants: readonly Grant[] },
    now: Date,
  ): Promise<Result<{ readonly account: Account; readonly mailed: MailedLink }>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const { accounts, random, audit, transact } = ports
    const login = loginOf(given.login)
    const name = clean(given.name)
    const problems = [
      ...checkAccount({ login, name, password: null }, await missingUnits(ports)(given.grants)),
    ]
    if (!isMailAddress(login) && !problems.some(({ at }) => at === 'login'))
      problems.push(problem('account-without-address', {}, 'login'))
    const [first, ...more] = problems
    if (first !== undefined) return refuse(first, ...more)
    const account: Account = {
      id: random.id(),
      login,
      name,
      grants: given.grants,
      cadre: null,
      passwordHash: null,
      disabled: false,
      demo: false,
    }
    const made = await transact<Result<string>>(async tx => {
      if ((await accounts.byLogin(login, tx)) !== null || !(await accounts.save(account, tx)))
        return refuse(problem('already-exists', { what: 'tài khoản', code: login }, 'login'))
      await audit.write(
        {
          actor,
          action: 'account.invited',
          target: `account:${account.id}`,
          path: [],
          at: now,
          details: { login, grants: given.grants },
        },
        tx,
      )
      return ok(await writePasswordLink(ports)(account, login, now, tx))
    })
    if (!made.ok) return made
    return ok({ account, mailed: await mailPasswordLink(ports)('invited', account, login, made.value) })
  }
