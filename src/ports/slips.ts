import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { Scope } from '../domain/permission.ts'
import type { Slip, SlipChoice, SlipCounts } from '../domain/slip.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { SignInLink } from './accounts.ts'
import type { Tx } from './platform.ts'

/** The sign-in links that are printed, by whose they are. They open as all others do (`LinkStore.take`). */
export interface SlipStore {
  /** In the unit and all below it, as far as the scope reaches. */
  count(scope: Scope, campaign: CampaignCode, unit: UnitCode, now: Date): Promise<SlipCounts>
  /** By unit, then by name. */
  chosen(
    scope: Scope,
    asked: {
      readonly campaign: CampaignCode
      readonly unit: UnitCode
      readonly choice: SlipChoice
      readonly limit: number
    },
    now: Date,
  ): Promise<readonly Enrolment[]>
  /** Writes them; earlier ones of the same people open no more. */
  issue(slips: readonly (SignInLink & { readonly slip: Slip })[], tx: Tx): Promise<void>
  isIssued(batch: string, tx?: Tx): Promise<boolean>
  /** false: there was none that opened. */
  revoke(enrolment: EnrolmentId, tx: Tx): Promise<boolean>
  of(enrolment: EnrolmentId): Promise<Slip | null>
}
