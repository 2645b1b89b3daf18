import type { CampaignCode, TopicCode } from './campaign.ts'
import type { EnrolmentId } from './enrolment.ts'
import type { PersonState } from './enrolment-filter.ts'
import type { UnitCode } from './unit.ts'

/** People whom somebody chose from a list, to do something to all of them. It stays as it was chosen. */
export interface Selection {
  readonly id: string
  readonly campaign: CampaignCode
  /** Account; nobody else sees it. */
  readonly by: string
  /** By id. */
  readonly enrolments: readonly EnrolmentId[]
  /** The list it was chosen from, to go back to. */
  readonly list: {
    readonly unit: UnitCode | null
    readonly state: PersonState | null
    readonly owing: TopicCode | null
    readonly q: string | null
  }
  readonly at: Date
}

/** A list of the whole house is half of it. */
export const MAX_SELECTED = 50_000
