import type { UnitLetterhead } from '../domain/letterhead.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

export interface LetterheadStore {
  /** null: the unit has told nothing yet. */
  find(unit: UnitCode): Promise<UnitLetterhead | null>
  /** Inserts or replaces. */
  save(letterhead: UnitLetterhead, tx: Tx): Promise<void>
}
