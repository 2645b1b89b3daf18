import type { Cadre } from '../domain/cadre.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { Tx } from './platform.ts'

/** People and enrolments in bulk, for imports. */
export interface RosterStore {
  /** New people with their enrolments; the enrolments' units are marked for recounting. */
  insert(entries: readonly { readonly cadre: Cadre; readonly enrolment: Enrolment }[], tx: Tx): Promise<void>
}
