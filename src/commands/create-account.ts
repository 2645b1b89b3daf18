import { checkAccount } from '../domain/account-rules.ts'
import type { CadreId } from '../domain/cadre.ts'
import { loginOf } from '../domain/login.ts'
import { type Actor, type Grant, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { clean } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { missingUnits } from './missing-units.ts'

interface NewAccount {
  readonly login: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly cadre?: CadreId
  /** None: one is made up. */
  readonly password?: string
  readonly demo?: boolean
}

/** What the person must be told; the password is not known to anybody afterwards. */
export interface FreshPassword {
  readonly id: string
  readonly login: string
  readonly password: string
}

export const createAccount =
  (ports: Pick<Ports, 'accounts' | 'units' | 'passwords' | 'random' | 'audit' | 'transact'>) =>
  async (actor: Actor, given: NewAccount, now: Date): Promise<Result<FreshPassword>> => {
    const { accounts, passwords, random, audit, transact } = ports
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const login = loginOf(given.login)
    const name = clean(given.name)
    const password = given.password ?? random.password()
    const missing = await missingUnits(ports)(given.grants)
    const [first, ...more] = checkAccount({ login, name, password }, missing)
    if (first !== undefined) return refuse(first, ...more)
    const account = {
      id: random.id(),
      login,
      name,
      grants: given.grants,
      cadre: given.cadre ?? null,
      passwordHash: await passwords.hash(password),
      disabled: false,
      demo: given.demo ?? false,
    }
    return transact(async tx => {
      if ((await accounts.byLogin(login, tx)) !== null || !(await accounts.save(account, tx)))
        return refuse(problem('already-exists', { what: 'tài khoản', code: login }))
      await audit.write(
        {
          actor,
          action: 'account.created',
          target: `account:${account.id}`,
          path: [],
          at: now,
          details: { login, grants: given.grants },
        },
        tx,
      )
      return ok({ id: account.id, login, password })
    })
  }
