import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type Account, mailOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { type MailedLink, mailPasswordLink, writePasswordLink } from './password-link.ts'

type Needed = Pick<
  Ports,
  'accounts' | 'cadres' | 'sessions' | 'links' | 'random' | 'audit' | 'mailer' | 'publicUrl' | 'transact'
>

interface Written {
  readonly account: Account
  readonly mail: string
  readonly token: string
}

/** Takes an account's password away, ends its sessions, and mails its owner a link to choose a new one. */
export const sendPasswordLink =
  (ports: Needed) =>
  async (actor: Actor, id: string, now: Date): Promise<Result<MailedLink>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const { accounts, sessions, audit, transact } = ports
    const written = await transact<Result<Written>>(async tx => {
      const account = await accounts.byId(id, tx)
      if (account === null) return refuse(problem('not-found'))
      if (account.disabled) return refuse(problem('account-disabled'))
      const mail = await mailOf(account, ports)
      if (mail === null) return refuse(problem('account-without-address'))
      await accounts.save({ ...account, passwordHash: null }, tx)
      await sessions.endAll(id, tx)
      const token = await writePasswordLink(ports)(account, mail, now, tx)
      await audit.write(
        { actor, action: 'account.password-reset', target: `account:${id}`, path: [], at: now },
        tx,
      )
      return ok({ account, mail, token })
    })
    if (!written.ok) return written
    const { account, mail, token } = written.value
    // Who never had a password is still being invited.
    const reason = account.passwordHash === null ? 'invited' : 'reset'
    return ok(await mailPasswordLink(ports)(reason, account, mail, token))
  }
