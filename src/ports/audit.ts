import type { Actor } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

export interface AuditEntry {
  readonly actor: Pick<Actor, 'id' | 'name'>
  /** What was done, as `noun.verb`: `extension.granted`, `essay.downloaded`. */
  readonly action: string
  /** What it was done to: `enrolment:…`, `unit:…`, `campaign:…`. */
  readonly target: string
  /** Path of the unit it concerns, so that the log can be shown by scope; empty for house matters. */
  readonly path: readonly UnitCode[]
  readonly at: Date
  readonly details?: Readonly<Record<string, unknown>>
}

export interface AuditLog {
  write(entry: AuditEntry, tx?: Tx): Promise<void>
}
