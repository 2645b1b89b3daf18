import type { CadreId, Person } from './cadre.ts'
import type { CampaignCode, TopicCode } from './campaign.ts'
import type { Tally } from './completion.ts'
import type { EssayHead } from './essay.ts'
import type { UnitCode } from './unit.ts'

export type EnrolmentId = string

export interface Exemption {
  readonly id: string
  readonly reason: string
  readonly at: Date
  readonly by: string
}

export interface EndedExemption extends Exemption {
  readonly endedAt: Date
  readonly endedBy: string
}

/** A stay in a unit; the last entry is the present one. */
export interface UnitStay {
  readonly unit: UnitCode
  readonly since: Date
}

/** A person in a campaign: one person, one obligation, however many posts. */
export interface Enrolment {
  readonly id: EnrolmentId
  readonly campaign: CampaignCode
  readonly cadre: CadreId
  readonly person: Person
  readonly unit: UnitCode
  /** Path of the unit, root first: scope and subtree queries use it. */
  readonly path: readonly UnitCode[]
  readonly stays: readonly UnitStay[]
  readonly posts: readonly string[]
  readonly venue: string | null
  readonly exemption: Exemption | null
  /** Oldest first; reports as of an earlier cut-off need them. */
  readonly pastExemptions: readonly EndedExemption[]
  /** Only topics something was handed in for. */
  readonly heads: Readonly<Record<TopicCode, EssayHead>>
  readonly tally: Tally
  readonly enrolledAt: Date
}

/** What lists show of a person; the rest is read where his own page needs it. */
export type ListedEnrolment = Pick<
  Enrolment,
  'id' | 'person' | 'unit' | 'posts' | 'exemption' | 'heads' | 'tally' | 'enrolledAt'
>

/** Somebody who is exempt, and by what. */
export interface Exempt {
  readonly enrolment: Enrolment
  readonly exemption: Exemption
}
