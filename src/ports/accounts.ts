import type { CadreId } from '../domain/cadre.ts'
import { isMailAddress } from '../domain/login.ts'
import type { Actor, Grant, Role } from '../domain/permission.ts'
import type { Slip } from '../domain/slip.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { CadreStore } from './cadres.ts'
import type { Tx } from './platform.ts'

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

/** As one who answers for units or trains there: an admin's office reaches everything, which is not the same. */
export const responsibilityOf = (account: Account): Actor => ({
  ...actorOf(account),
  grants: account.grants.filter(({ role }) => role !== 'admin'),
})

/** Where an account's mail goes: its login, or what the roster says of the person; null: nowhere. */
export const mailOf = async (
  { login, cadre }: Pick<Account, 'login' | 'cadre'>,
  { cadres }: { readonly cadres: Pick<CadreStore, 'find'> },
): Promise<string | null> => {
  if (isMailAddress(login)) return login
  return cadre === null ? null : ((await cadres.find(cadre))?.email ?? null)
}

export interface AccountFilter {
  /** Folded; all of them must occur in name or login, as the beginning of a word. */
  readonly words: readonly string[]
  readonly role: Role | null
  /** null: whether or not. */
  readonly disabled: boolean | null
}

export interface AccountStore {
  /** In roster order of the names; `after` is the last one of the page before. */
  page(filter: AccountFilter, after: string | null, limit: number): Promise<readonly Account[]>
  byId(id: string, tx?: Tx): Promise<Account | null>
  byLogin(login: string, tx?: Tx): Promise<Account | null>
  ofCadre(cadre: CadreId, tx?: Tx): Promise<Account | null>
  /** Those of the cadres whose account holds an office. */
  officers(cadres: readonly CadreId[]): Promise<ReadonlySet<CadreId>>
  /** Those with a grant of one of the units itself. */
  grantedOn(units: readonly UnitCode[], tx?: Tx): Promise<readonly Account[]>
  /**
   * How many accounts administer beside this one. None of them can stop to before the transaction ends, and two that
   * ask at once wait for one another.
   */
  holdAdmins(except: string, tx: Tx): Promise<number>
  /** Inserts or replaces by id. false: another account has this login, or is this cadre's. */
  save(account: Account, tx?: Tx): Promise<boolean>
  countDemo(): Promise<number>
  removeDemo(): Promise<void>
}

export interface Token {
  readonly id: string
  readonly account: string
  readonly name: string
  /** SHA-256 of the token, hex: the token itself is shown once and never stored. */
  readonly hash: string
  readonly createdAt: Date
  /** To the hour; null: never used. */
  readonly lastUsedAt: Date | null
}

export interface TokenStore {
  insert(token: Token): Promise<void>
  /** Oldest first. */
  ofAccount(account: string): Promise<readonly Token[]>
  /** The token with this hash and its account, when neither is revoked or disabled. */
  byHash(hash: string): Promise<{ readonly token: Token; readonly account: Account } | null>
  markUsed(id: string, at: Date): Promise<void>
  /** false: this account has no such token. */
  revoke(account: string, id: string, tx?: Tx): Promise<boolean>
  /** How many there were. */
  revokeAll(account: string, tx: Tx): Promise<number>
}

/** Browsers' sessions. They are begun and read by the web framework; commands only end them. */
export interface SessionStore {
  endAll(account: string, tx?: Tx): Promise<void>
  count(account: string): Promise<number>
}

/** A one-time way in, sent by mail or printed on a slip. */
export interface SignInLink {
  /** SHA-256 of the token in the link, hex. */
  readonly hash: string
  readonly account: string | null
  /** Whose address it went to; who has no account gets one when he uses it. */
  readonly cadre: CadreId | null
  /** null: it was printed, for somebody who need not have one. */
  readonly mail: string | null
  readonly expiresAt: Date
  /** Sent so that he chooses a password. */
  readonly setsPassword: boolean
  /** null: it was mailed. */
  readonly slip: Slip | null
}

export interface LinkStore {
  /** Kept for a day, or longer if that is said, in milliseconds. */
  insert(link: SignInLink, tx?: Tx, keptMs?: number): Promise<void>
  /** Those sent before open no more. */
  removeOf(account: string, tx: Tx): Promise<void>
  /** A link opens once: takes it out of the store, or marks a slip as used. null: there is none, or not any more. */
  take(hash: string, now: Date, tx: Tx): Promise<SignInLink | null>
}
