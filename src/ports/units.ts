import type { Scope } from '../domain/permission.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

export interface UnitStore {
  /** null when there is none in the scope. */
  find(scope: Scope, code: UnitCode): Promise<Unit | null>
  /** Direct children, by name in Vietnamese order. */
  children(parent: UnitCode): Promise<readonly Unit[]>
  /** Direct children of any of them, in no particular order. */
  childrenOf(parents: readonly UnitCode[]): Promise<readonly Unit[]>
  /** The highest unit in the scope. */
  top(scope: Scope): Promise<Unit | null>
  /** Those that came from it by merger or split. */
  successors(code: UnitCode): Promise<readonly Unit[]>
  /** The unit and all below it. */
  subtree(code: UnitCode): Promise<readonly Unit[]>
  all(tx?: Tx): Promise<readonly Unit[]>
  byCodes(codes: readonly UnitCode[]): Promise<readonly Unit[]>
  /** Inserts or replaces by code. */
  save(units: readonly Unit[], tx: Tx): Promise<void>
  remove(codes: readonly UnitCode[], tx: Tx): Promise<void>
}
