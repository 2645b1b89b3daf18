import type { CampaignCode } from './campaign.ts'
import type { Deadline } from './deadline.ts'
import type { Enrolment, EnrolmentId } from './enrolment.ts'
import type { Actor } from './permission.ts'

/** What is done to each of many people. */
export type BulkChange =
  | {
      readonly kind: 'extension'
      readonly dueAt: Date
      readonly closesAt: Date | null
      readonly reason: string
    }
  | { readonly kind: 'exemption'; readonly reason: string }

/**
 * Why somebody who was selected is left out: he is exempt, owes nothing, has a date as late already, or is no longer
 * within the actor's reach.
 */
export const LEFT_OUT = ['exempt', 'complete', 'later', 'gone'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** One change to many people, made slice by slice: killed in the middle, it goes on where it was. */
export interface Bulk {
  readonly id: string
  readonly campaign: CampaignCode
  readonly change: BulkChange
  /** Everybody selected, by id. */
  readonly enrolments: readonly EnrolmentId[]
  readonly by: Pick<Actor, 'id' | 'name'>
  readonly at: Date
  readonly idempotencyKey: string | null
  /** How many of `enrolments` were gone through. */
  readonly done: number
  /** For how many of them something was written. */
  readonly changed: number
  readonly leftOut: Readonly<Record<LeftOut, number>>
  /** From then on none of it holds. */
  readonly undoneAt: Date | null
}

/** What a change wrote for somebody; says of which bulk it is a part. At most 60 characters. */
export const partId = (bulk: Bulk['id'], enrolment: EnrolmentId): string => `${bulk}-${enrolment}`

/** null: the change is for him. `dueAt` null: which date it will be is not said yet. */
export const whyNotExtended = (
  { tally }: Pick<Enrolment, 'tally'>,
  deadline: Pick<Deadline, 'dueAt'>,
  dueAt: Date | null,
): LeftOut | null => {
  if (tally.state === 'exempt') return 'exempt'
  if (tally.missing === 0) return 'complete'
  return dueAt !== null && dueAt <= deadline.dueAt ? 'later' : null
}

export const whyNotExempted = ({ exemption }: Pick<Enrolment, 'exemption'>): LeftOut | null =>
  exemption === null ? null : 'exempt'

export const whyLeftOut = (
  change: BulkChange,
  enrolment: Pick<Enrolment, 'tally' | 'exemption'>,
  deadline: Pick<Deadline, 'dueAt'>,
): LeftOut | null =>
  change.kind === 'extension' ? whyNotExtended(enrolment, deadline, change.dueAt) : whyNotExempted(enrolment)

/** How many are left out for each reason. */
export const tallyLeftOut = (reasons: readonly (LeftOut | null)[]): Bulk['leftOut'] => {
  const of = (reason: LeftOut): number => reasons.filter(one => one === reason).length
  return { exempt: of('exempt'), complete: of('complete'), later: of('later'), gone: of('gone') }
}
