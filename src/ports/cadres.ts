import type { Cadre, CadreId } from '../domain/cadre.ts'
import type { Tx } from './platform.ts'

export interface CadreStore {
  find(id: CadreId, tx?: Tx): Promise<Cadre | null>
  /** An office may share one address: all who have it. */
  withMail(mail: string): Promise<readonly Cadre[]>
  /** Somebody whom no roster named yet. */
  insert(cadre: Cadre): Promise<void>
}
