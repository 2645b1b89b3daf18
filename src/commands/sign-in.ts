import { loginOf } from '../domain/login.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

interface Credentials {
  readonly login: string
  readonly password: string
}

/** By password. Takes the same time and gives the same answer whatever was wrong. */
export const signIn =
  ({ accounts, passwords, audit }: Pick<Ports, 'accounts' | 'passwords' | 'audit'>) =>
  async (credentials: Credentials, now: Date): Promise<Result<Actor>> => {
    const login = loginOf(credentials.login)
    const account = await accounts.byLogin(login)
    const isHis = await passwords.verify(credentials.password, account?.passwordHash ?? null)
    const actor = account !== null && isHis && !account.disabled ? actorOf(account) : null
    await audit.write({
      actor: actor ?? { id: 'nobody', name: '' },
      action: actor === null ? 'sign-in.refused' : 'sign-in.by-password',
      target: `login:${login}`,
      path: [],
      at: now,
    })
    return actor === null ? refuse(problem('sign-in-failed')) : ok(actor)
  }
