import type { Cadre, CadreId, Person } from '../domain/cadre.ts'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
import type { Known } from '../domain/roster/plan.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

/** A person with his enrolment; without the person when the system knew him already. */
export interface NewEnrolment {
  readonly cadre: Cadre | null
  readonly enrolment: Enrolment
}

/** People and enrolments in bulk, for imports. */
export interface RosterStore {
  /**
   * Everybody whom an import of these people may mean: those in the unit and all below it, in any campaign, and those
   * anywhere who share a staff code, a mail or a phone with one of them. Always in the same order.
   */
  known(
    scope: Scope,
    campaign: CampaignCode,
    unit: UnitCode,
    people: readonly Person[],
  ): Promise<readonly Known[]>
  enrolments(ids: readonly EnrolmentId[], tx: Tx): Promise<readonly Enrolment[]>
  /** The enrolments' units are marked for recounting. */
  insert(entries: readonly NewEnrolment[], tx: Tx): Promise<void>
  /** As `EnrolmentStore.save`, for many that were read in the same transaction. */
  save(
    changes: readonly { readonly enrolment: Enrolment; readonly alsoTouched: readonly UnitCode[] }[],
    tx: Tx,
  ): Promise<void>
  /**
   * Lets them stand in another unit from now on, their stays before kept, and marks both units for recounting. The server
   * does it by itself, so that a transaction can hold a whole province.
   */
  move(ids: readonly EnrolmentId[], to: Pick<Unit, 'code' | 'path'>, now: Date, tx: Tx): Promise<void>
  saveCadres(cadres: readonly Cadre[], tx: Tx): Promise<void>
  /** An account whose login is the person's mail becomes his, when neither has another. */
  linkAccounts(people: readonly { readonly cadre: CadreId; readonly email: string }[], tx: Tx): Promise<void>
  /** How many batches were ever imported into the campaign. */
  revision(campaign: CampaignCode): Promise<number>
  /** One more; false: another import was here since `from`. Two imports at once meet in it. */
  advance(campaign: CampaignCode, from: number, tx: Tx): Promise<boolean>
  /** Gives all enrolments and extensions in a unit its new path, and marks what this makes stale. */
  repath(
    units: readonly { readonly code: UnitCode; readonly path: readonly UnitCode[] }[],
    tx: Tx,
  ): Promise<void>
  /** Those who stand directly in one of the units, in one of the campaigns. */
  standingIn(
    units: readonly UnitCode[],
    campaigns: readonly CampaignCode[],
    tx: Tx,
  ): Promise<readonly Enrolment[]>
  /** How many stand directly in the unit, in each campaign where somebody does. */
  countIn(unit: UnitCode): Promise<ReadonlyMap<CampaignCode, number>>
  /** Those of the units that enrolments or extensions stand in, now or before. */
  unitsInUse(codes: readonly UnitCode[], tx: Tx): Promise<readonly UnitCode[]>
}
