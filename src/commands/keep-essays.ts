import type { Campaign, TopicCode } from '../domain/campaign.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { EssayVersion, PaperEssay } from '../domain/essay.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { isSameFile } from '../domain/photos.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { checkNotAccepted } from '../domain/review.ts'
import { lateness, nextNumber, withVersions } from '../domain/submission.ts'
import type { ReceivedFile } from '../ports/essay-files.ts'
import type { Ports } from '../ports/index.ts'
import type { Tx } from '../ports/platform.ts'

/** What was handed in. */
export type Essay =
  | { readonly file: ReceivedFile; readonly paper: null }
  | { readonly file: null; readonly paper: PaperEssay }

interface Accepted {
  readonly essay: Essay
  /** At least one, all of the campaign, in its order. */
  readonly topics: readonly TopicCode[]
  /** By this it is judged. */
  readonly receivedAt: Date
  readonly campaign: Campaign
  readonly deadline: Deadline
  /** As it was read when the request arrived. */
  readonly enrolment: Enrolment
  readonly idempotencyKey: string | null
}

type Sent = Pick<Accepted, 'essay' | 'topics' | 'receivedAt'>

const isSame = ({ file, paper, receivedAt }: EssayVersion, { essay, ...sent }: Sent): boolean =>
  essay.file === null
    ? paper?.note === essay.paper.note && receivedAt.getTime() === sent.receivedAt.getTime()
    : file !== null && isSameFile(file, essay.file)

/** A key that was used before: the same versions when the same essay came again for the same topics. */
export const answerAgain = (earlier: readonly EssayVersion[], sent: Sent): Result<readonly EssayVersion[]> =>
  earlier.length === sent.topics.length &&
  earlier.every(version => isSame(version, sent) && sent.topics.includes(version.topic))
    ? ok(earlier)
    : refuse(problem('key-reused'))

/** Ends the transaction: the same key is there already. */
const KEY_USED = Symbol('the Idempotency-Key was used')

type Needed = Pick<Ports, 'transact' | 'enrolments' | 'essays' | 'essayFiles' | 'random'>

/** Makes what was received permanent, with a version and a receipt for each topic, in one transaction. */
export const keepEssays =
  ({ transact, enrolments, essays, essayFiles, random }: Needed) =>
  async (actor: Actor, accepted: Accepted): Promise<Result<readonly EssayVersion[]>> => {
    const { campaign, deadline, topics, essay, receivedAt, idempotencyKey } = accepted
    const { file, paper } = essay

    const kept = (): Pick<EssayVersion, 'file' | 'paper'> => {
      if (file === null) return { file, paper }
      const { bytes: _bytes, ...essayFile } = file
      return { file: essayFile, paper }
    }

    const versionsFor = (enrolment: Enrolment): readonly EssayVersion[] =>
      topics.map((topic, index) => ({
        id: random.id(),
        campaign: campaign.code,
        enrolment: enrolment.id,
        topic,
        number: nextNumber(enrolment, topic),
        ...kept(),
        receivedAt,
        ...lateness(deadline, receivedAt),
        receipt: random.receipt(),
        idempotencyKey: index === 0 ? idempotencyKey : null,
        by: actor.id,
        byName: actor.name,
        onBehalf: actor.cadre !== enrolment.cadre,
        withdrawnAt: null,
      }))

    /** null, and nothing written: what was read of the enrolment no longer holds. */
    const keep = async (enrolment: Enrolment, tx: Tx): Promise<readonly EssayVersion[] | null> => {
      const versions = versionsFor(enrolment)
      if (!(await enrolments.saveEssays(enrolment, withVersions(enrolment, campaign, versions), tx)))
        return null
      if (!(await essays.insert(versions, tx))) throw KEY_USED
      if (file !== null) await essayFiles.keep(file, tx)
      return versions
    }

    let enrolment: Enrolment | null = accepted.enrolment
    try {
      for (;;) {
        const read: Enrolment = enrolment
        const [locked] = checkNotAccepted(read, topics)
        if (locked !== undefined) {
          // Who repeats what was taken before it was accepted gets his receipts again.
          const earlier = idempotencyKey === null ? [] : await essays.underKey(read.id, idempotencyKey)
          return earlier.length > 0 ? answerAgain(earlier, accepted) : refuse(locked)
        }
        const versions = await transact(async tx => keep(read, tx))
        if (versions !== null) return ok(versions)
        // Another hand-in of the same person came first, or somebody moved or exempted him meanwhile.
        enrolment = await enrolments.find(scopeOf(actor, 'hand-in'), campaign.code, read.id)
        if (enrolment === null) return refuse(problem('not-found'))
        if (enrolment.exemption !== null) return refuse(problem('exempt-from-writing'))
      }
    } catch (error) {
      if (error !== KEY_USED || idempotencyKey === null) throw error
      return answerAgain(await essays.underKey(accepted.enrolment.id, idempotencyKey), accepted)
    }
  }
