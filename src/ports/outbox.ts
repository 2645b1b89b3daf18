import type { EnrolmentId } from '../domain/enrolment.ts'
import type { EssayVersion, VersionId } from '../domain/essay.ts'

/** Versions whose receipt is not on its way yet: marked by the write that made them. */
export interface Outbox {
  /** Oldest first; all topics of one hand-in share a `handInId`. */
  pending(
    limit: number,
  ): Promise<readonly Pick<EssayVersion, 'id' | 'campaign' | 'enrolment' | 'file' | 'paper'>[]>
  clear(versions: readonly VersionId[]): Promise<void>
  /** What came at once. */
  handIn(enrolment: EnrolmentId, handIn: string): Promise<readonly EssayVersion[]>
}
