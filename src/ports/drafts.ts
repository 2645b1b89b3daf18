import type { TopicCode } from '../domain/campaign.ts'
import type { Draft } from '../domain/draft.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'

/** At most one for each topic of an enrolment. */
export interface DraftStore {
  find(enrolment: EnrolmentId, topic: TopicCode): Promise<Draft | null>
  /** Topics with a draft. */
  topics(enrolment: EnrolmentId): Promise<readonly TopicCode[]>
  /** Puts it in the place of the revision before; false: that is not the one stored. */
  save(draft: Draft): Promise<boolean>
  /** Nothing happens when another revision is stored. */
  remove(enrolment: EnrolmentId, topic: TopicCode, revision: number): Promise<void>
}
