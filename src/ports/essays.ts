import type { TopicCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { EssayFile, EssayVersion, Review, VersionId } from '../domain/essay.ts'
import type { Tx } from './platform.ts'

/** What was handed in, version by version. */
export interface EssayStore {
  /** New versions, put into the outbox by the same write. false: the Idempotency-Key was used; the transaction must end. */
  insert(versions: readonly EssayVersion[], tx: Tx): Promise<boolean>
  /** By topic, oldest first. */
  ofEnrolment(enrolment: EnrolmentId): Promise<readonly EssayVersion[]>
  ofEnrolments(enrolments: readonly EnrolmentId[], tx: Tx): Promise<readonly EssayVersion[]>
  /** What was handed in under an Idempotency-Key: one version for each topic, all of one file. */
  underKey(enrolment: EnrolmentId, key: string): Promise<readonly EssayVersion[]>
  find(enrolment: EnrolmentId, topic: TopicCode, number: number): Promise<EssayVersion | null>
  byReceipt(code: string): Promise<EssayVersion | null>
  /** Marks the newest version of a topic, which must exist, and answers it. */
  withdrawNewest(enrolment: EnrolmentId, topic: TopicCode, at: Date, tx: Tx): Promise<EssayVersion>
  /** One of the versions that were handed in with this file. */
  ofFile(file: EssayFile['id']): Promise<EssayVersion | null>
  /** Files of photos that wait to be bound, oldest first. */
  unbound(limit: number): Promise<readonly EssayFile['id'][]>
  /** Makes the PDF that of every version of these photos. false, and nothing written: they have one. */
  bind(file: EssayFile['id'], bound: EssayFile, tx: Tx): Promise<boolean>
  /** null: nothing was handed in on the topic. */
  newest(enrolment: EnrolmentId, topic: TopicCode, tx: Tx): Promise<EssayVersion | null>
  /** Writes a verdict beside a version, which must exist, and answers it; one that returns it marks it for the outbox. */
  addReview(version: VersionId, review: Review, tx: Tx): Promise<EssayVersion>
  /** Which of these files some version names, as handed in or as bound. */
  filesNamed(files: readonly EssayFile['id'][]): Promise<ReadonlySet<EssayFile['id']>>
  /** Receipt codes that are on more than one version: none, ever. */
  doubledReceipts(): Promise<readonly string[]>
  /** Receipt codes of versions whose photos are neither bound nor wait for it: none, ever. */
  neverBound(): Promise<readonly string[]>
  /** Receipt codes of versions whose enrolment does not exist: none, ever. */
  strays(): Promise<readonly string[]>
}
