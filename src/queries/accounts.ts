import { type Actor, type Role, scopeOf, unitsOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit } from '../domain/unit.ts'
import { fold } from '../domain/vietnamese.ts'
import { type Account, mailOf, type Token } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'

export interface AccountsAsked {
  readonly q?: string | undefined
  readonly role?: Role | undefined
  readonly disabled?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface AccountList {
  readonly accounts: readonly Account[]
  /** Of the accounts on the page. */
  readonly units: readonly Unit[]
  /** null: this was the last page. */
  readonly nextCursor: string | null
}

/** Accounts by name, as far as they match. */
export const listAccounts =
  ({ accounts, units }: Pick<Ports, 'accounts' | 'units'>) =>
  async (actor: Actor, asked: AccountsAsked): Promise<Result<AccountList>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const words = fold(asked.q ?? '')
      .split(' ')
      .filter(word => word !== '')
    const found = await accounts.page(
      { words, role: asked.role ?? null, disabled: asked.disabled ?? null },
      asked.cursor ?? null,
      asked.limit + 1,
    )
    const shown = found.slice(0, asked.limit)
    return ok({
      accounts: shown,
      units: await units.byCodes([...new Set(shown.flatMap(unitsOf))]),
      nextCursor: found.length > asked.limit ? (shown.at(-1)?.id ?? null) : null,
    })
  }

export interface AccountView {
  readonly account: Account
  /** Of its grants. */
  readonly units: readonly Unit[]
  /** Where its mail goes; null: nowhere. */
  readonly mail: string | null
  readonly tokens: readonly Token[]
  /** Browsers that are signed in. */
  readonly sessions: number
}

export const getAccount =
  (ports: Pick<Ports, 'accounts' | 'units' | 'cadres' | 'tokens' | 'sessions'>) =>
  async (actor: Actor, id: string): Promise<Result<AccountView>> => {
    if (scopeOf(actor, 'manage-accounts').kind !== 'everything') return refuse(problem('forbidden'))
    const account = await ports.accounts.byId(id)
    if (account === null) return refuse(problem('not-found'))
    return ok({
      account,
      units: await ports.units.byCodes(unitsOf(account)),
      mail: await mailOf(account, ports),
      tokens: await ports.tokens.ofAccount(id),
      sessions: await ports.sessions.count(id),
    })
  }
