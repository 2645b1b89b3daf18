import type { AuditedAction } from '../domain/audited.ts'
import type { Actor, Scope } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

export interface AuditEntry {
  readonly actor: Pick<Actor, 'id' | 'name'>
  /** What was done. */
  readonly action: AuditedAction
  /** What it was done to: `enrolment:…`, `unit:…`, `campaign:…`. */
  readonly target: string
  /** Path of the unit it concerns, so that the log can be shown by scope; empty for house matters. */
  readonly path: readonly UnitCode[]
  readonly at: Date
  readonly details?: Readonly<Record<string, unknown>>
}

export interface StoredAuditEntry extends Omit<AuditEntry, 'action'> {
  readonly id: string
  /** Also one that only earlier versions wrote. */
  readonly action: string
}

/** All that is given must hold; `since` included, `until` not. */
export interface AuditFilter {
  /** Ids of accounts, any of them. */
  readonly actors?: readonly string[]
  /** One of these exactly, or everything of a noun: `extension.`. */
  readonly actions?: readonly string[]
  /** Any of them. */
  readonly targets?: readonly string[]
  /** The unit and all below it. */
  readonly unit?: UnitCode
  readonly since?: Date
  readonly until?: Date
}

/** A place in the log: time and id of the last entry seen. */
export interface AuditPlace {
  readonly at: Date
  readonly id: string
}

export interface AuditLog {
  write(entry: AuditEntry, tx?: Tx): Promise<void>
  /** Newest first, of the scope, beyond the place; by index, whatever the filter. */
  page(
    scope: Scope,
    filter: AuditFilter,
    beyond: AuditPlace | null,
    limit: number,
  ): Promise<readonly StoredAuditEntry[]>
  writeAll(entries: readonly AuditEntry[], tx: Tx): Promise<void>
  /** Entries under ids of their own: one that is there already stays, so that this may be repeated. */
  project(entries: readonly (AuditEntry & { readonly id: string })[]): Promise<void>
}
