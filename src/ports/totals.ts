import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Count, UnitCount } from '../domain/count.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

/** An enrolment that changed since its units were last counted. */
export interface StaleEnrolment extends Pick<Enrolment, 'id' | 'campaign' | 'heads' | 'exemption' | 'tally'> {
  readonly revision: number
  /** Its unit, and those it moved from. */
  readonly units: readonly UnitCode[]
}

/** A campaign whose rules changed, so that every tally has to be made anew. */
export interface Retally {
  readonly campaign: CampaignCode
  /** Tells one change of the rules from the next. */
  readonly id: string
  /** All enrolments up to this one are done. */
  readonly after: EnrolmentId
}

/**
 * Prepared numbers of units, always recounted and never incremented. Whoever counts takes a ticket first, reads after
 * that, and writes only over what was counted with a smaller ticket. All changes that were known before a ticket was
 * taken are in every count with that ticket or a higher one: so a slow worker can overwrite nothing newer, and what it
 * was about to write is in the newer number already.
 */
export interface TotalsStore {
  /** At most `limit` of them, in no particular order. */
  stale(limit: number): Promise<readonly StaleEnrolment[]>
  /** Takes the marks away, where the enrolment was not changed again meanwhile. */
  clear(counted: readonly StaleEnrolment[]): Promise<void>
  /** Rises with every call, over all workers. */
  ticket(): Promise<number>
  /** Counts the people directly in each of the units from their enrolments; a unit without people is not in the answer. */
  countOwn(
    campaign: Pick<Campaign, 'code' | 'topics'>,
    units: readonly UnitCode[],
  ): Promise<ReadonlyMap<UnitCode, Count>>
  /** Only units that were ever counted. */
  rows(
    campaign: CampaignCode,
    units: readonly UnitCode[],
    tx?: Tx,
  ): Promise<ReadonlyMap<UnitCode, Partial<UnitCount>>>
  write(
    campaign: CampaignCode,
    part: keyof UnitCount,
    ticket: number,
    counts: ReadonlyMap<UnitCode, Count>,
  ): Promise<void>
  /** Units of the campaign that some enrolment is marked for. */
  staleUnits(campaign: CampaignCode, tx: Tx): Promise<readonly UnitCode[]>

  /** Everything that happened before is in the numbers. null: never counted. */
  asOf(): Promise<Date | null>
  setAsOf(at: Date): Promise<void>

  /** Asks for all tallies of the campaign to be made anew, in the transaction that changes its rules. */
  requestRetally(campaign: CampaignCode, id: string, tx: Tx): Promise<void>
  retallies(): Promise<readonly Retally[]>
  /** Notes how far it got; null: to the end. Nothing happens where somebody else got further or the rules changed again. */
  advance(retally: Retally, after: EnrolmentId | null): Promise<void>
}
