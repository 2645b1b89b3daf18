import type { CadreId } from '../domain/cadre.ts'
import type { Actor, Grant } from '../domain/permission.ts'

export interface Account {
  readonly id: string
  /** Lower case; a mail address where the person has one. */
  readonly login: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly cadre: CadreId | null
  /** null: signs in by mail link only. */
  readonly passwordHash: string | null
  readonly disabled: boolean
  /** Made by `DEMO`; production refuses to start while one exists. */
  readonly demo: boolean
}

export const actorOf = ({ id, name, grants, cadre }: Account): Actor => ({ id, name, grants, cadre })

export interface AccountStore {
  byId(id: string): Promise<Account | null>
  byLogin(login: string): Promise<Account | null>
  ofCadre(cadre: CadreId): Promise<Account | null>
  /** Inserts or replaces by id. false: another account has this login. */
  save(account: Account): Promise<boolean>
  countDemo(): Promise<number>
}

export interface Token {
  readonly id: string
  readonly account: string
  readonly name: string
  /** SHA-256 of the token, hex: the token itself is shown once and never stored. */
  readonly hash: string
  readonly createdAt: Date
}

export interface TokenStore {
  insert(token: Token): Promise<void>
  ofAccount(account: string): Promise<readonly Token[]>
  /** The account behind a token's hash, when neither is revoked or disabled. */
  accountOf(hash: string): Promise<Account | null>
  /** false: this account has no such token. */
  revoke(account: string, id: string): Promise<boolean>
}
