import { loginOf } from '../domain/login.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { actorOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

/** Without a password, and into demo accounts alone: of everybody else it says what it says of nobody. */
export const enterDemo =
  ({ accounts, audit }: Pick<Ports, 'accounts' | 'audit'>) =>
  async (typed: { readonly login: string }, now: Date): Promise<Result<Actor>> => {
    const login = loginOf(typed.login)
    const account = await accounts.byLogin(login)
    if (account === null || !account.demo || account.disabled) return refuse(problem('not-found'))
    const actor = actorOf(account)
    await audit.write({ actor, action: 'sign-in.demo', target: `login:${login}`, path: [], at: now })
    return ok(actor)
  }
