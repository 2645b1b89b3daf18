import type { TopicCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'

/** Which essays somebody has opened. His own affair: it tells him what he has not read, and nobody anything about him. */
export interface Readings {
  /** That this account opened this version of an essay. */
  note(account: string, enrolment: EnrolmentId, topic: TopicCode, version: number): Promise<void>
  /** The newest version of a topic that the account opened; those never opened are not in the answer. */
  of(
    account: string,
    enrolments: readonly EnrolmentId[],
    topic: TopicCode,
  ): Promise<ReadonlyMap<EnrolmentId, number>>
}
