import type { EnrolmentId } from '../domain/enrolment.ts'
import type { EssayVersion, VersionId } from '../domain/essay.ts'

/** Versions that are not in the log and whose receipt is not on its way yet: marked by the write that made them. */
export interface Outbox {
  /** Oldest first; all topics of one hand-in share a `handInId`. */
  pending(limit: number): Promise<readonly EssayVersion[]>
  clear(versions: readonly VersionId[]): Promise<void>
  /** Versions that were returned and whose writers are not told yet, oldest first. */
  returned(limit: number): Promise<readonly EssayVersion[]>
  /** Takes the mark away where nothing was said of the version since. */
  clearReturned(versions: readonly Pick<EssayVersion, 'id' | 'reviews'>[]): Promise<void>
  /** The version that a verdict was given on. */
  reviewed(enrolment: EnrolmentId, review: string): Promise<EssayVersion | null>
  /** What came at once. */
  handIn(enrolment: EnrolmentId, handIn: string): Promise<readonly EssayVersion[]>
}
