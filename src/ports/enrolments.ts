import type { CadreId } from '../domain/cadre.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

/** Single enrolments. Lists, imports and reports have ports of their own. */
export interface EnrolmentStore {
  /** null when there is none in the scope. */
  find(scope: Scope, campaign: CampaignCode, id: EnrolmentId, tx?: Tx): Promise<Enrolment | null>
  ofCadre(campaign: CampaignCode, cadre: CadreId, tx?: Tx): Promise<Enrolment | null>
  /**
   * Writes all fields of one that was read in the same transaction, and marks its unit (and those in `alsoTouched`,
   * where it moved from) for recounting in the same write.
   */
  save(enrolment: Enrolment, tx: Tx, alsoTouched?: readonly UnitCode[]): Promise<void>
}
