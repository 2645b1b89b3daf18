import type { CampaignCode } from '../domain/campaign.ts'
import type { Extension } from '../domain/deadline.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

/** For one enrolment or for one unit and all below it: exactly one of the two is set. */
export interface GrantedExtension extends Extension {
  readonly id: string
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId | null
  readonly unit: UnitCode | null
  /** Path of the unit, or of the enrolment's unit when it was granted: scope of the extension itself. */
  readonly path: readonly UnitCode[]
  readonly reason: string
  readonly grantedAt: Date
  readonly grantedBy: string
}

export interface ExtensionStore {
  /** Those that apply to somebody: his own, and those of every unit on his path. */
  applyingTo(
    enrolment: Pick<Enrolment, 'id' | 'campaign' | 'path'>,
    tx?: Tx,
  ): Promise<readonly GrantedExtension[]>
  ofCampaign(campaign: CampaignCode): Promise<readonly GrantedExtension[]>
  insert(extension: GrantedExtension, tx: Tx): Promise<void>
}
