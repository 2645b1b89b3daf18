import type { CampaignCode } from '../domain/campaign.ts'
import type { Extension } from '../domain/deadline.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
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

/** His own, and those of every unit on his path. */
export const appliesTo =
  ({ id, path }: Pick<Enrolment, 'id' | 'path'>) =>
  ({ enrolment, unit }: GrantedExtension): boolean =>
    enrolment === id || (unit !== null && path.includes(unit))

export interface ExtensionStore {
  /** Those that apply to somebody: his own, and those of every unit on his path. */
  applyingTo(
    enrolment: Pick<Enrolment, 'id' | 'campaign' | 'path'>,
    tx?: Tx,
  ): Promise<readonly GrantedExtension[]>
  /** Those of any unit on the path: they apply to everybody in its last. */
  onPath(campaign: CampaignCode, path: readonly UnitCode[], tx?: Tx): Promise<readonly GrantedExtension[]>
  /** Those of any of these people, and of any unit on their paths. */
  applyingToAny(
    campaign: CampaignCode,
    people: readonly Pick<Enrolment, 'id' | 'path'>[],
    tx?: Tx,
  ): Promise<readonly GrantedExtension[]>
  ofCampaign(campaign: CampaignCode): Promise<readonly GrantedExtension[]>
  /** Newest first; of the unit's subtree, of the enrolment. */
  list(
    scope: Scope,
    campaign: CampaignCode,
    filter: { readonly unit?: UnitCode | undefined; readonly enrolment?: EnrolmentId | undefined },
  ): Promise<readonly GrantedExtension[]>
  insert(extension: GrantedExtension, tx: Tx): Promise<void>
  /** Of these units themselves, not of those below or of their people. */
  ofUnits(
    units: readonly UnitCode[],
    campaigns: readonly CampaignCode[],
    tx: Tx,
  ): Promise<readonly GrantedExtension[]>
  /** Those of the people themselves follow them. */
  follow(people: readonly EnrolmentId[], path: readonly UnitCode[], tx: Tx): Promise<void>
  insertAll(extensions: readonly GrantedExtension[], tx: Tx): Promise<void>
  /** All that held at a moment, those revoked since included. */
  asOf(campaign: CampaignCode, at: Date): Promise<readonly GrantedExtension[]>
  /** From now on it does not hold. Answers what it took away; null when there is none in the scope. */
  remove(scope: Scope, campaign: CampaignCode, id: string, at: Date, tx: Tx): Promise<GrantedExtension | null>
}
