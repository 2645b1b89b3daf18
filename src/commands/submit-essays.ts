import type { CampaignCode, FileRules, TopicCode } from '../domain/campaign.ts'
import type { EssayVersion } from '../domain/essay.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Result, refuse } from '../domain/result.ts'
import { checkHandIn, checkTopics } from '../domain/submission.ts'
import { type EnrolmentRef, findObligation } from '../ports/enrolments.ts'
import type { ReceivedFile } from '../ports/essay-files.ts'
import type { Ports } from '../ports/index.ts'
import { answerAgain, keepEssays } from './keep-essays.ts'

export interface HandIn {
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentRef
  /** The same key again with the same essay gives the same receipts. */
  readonly idempotencyKey: string | null
  /** Reads what is handed in; not called when the hand-in is refused whatever it may be. Topics are as typed. */
  receive(
    rules: FileRules,
  ): Promise<Result<{ readonly topics: readonly TopicCode[]; readonly file: ReceivedFile }>>
}

/**
 * Hands in one essay for one or several topics of one enrolment: who, when and whether is decided before the first
 * byte is read; nothing stays of what is refused. Answers one version a topic.
 */
export const submitEssays =
  (ports: Pick<Ports, 'enrolments' | 'essays' | 'essayFiles' | 'gates'> & Parameters<typeof keepEssays>[0]) =>
  async (actor: Actor, handIn: HandIn, now: Date): Promise<Result<readonly EssayVersion[]>> => {
    const { enrolments, essays, essayFiles, gates } = ports
    const { idempotencyKey } = handIn
    const found = await findObligation(enrolments, actor, 'hand-in', handIn.campaign, handIn.enrolment)
    if (found === null) return refuse(problem('not-found'))
    const { campaign, enrolment, deadline } = found
    const [first, ...more] = checkHandIn(enrolment, deadline, now)
    // Who repeats what was taken in time gets his receipts again, however late he asks.
    const earlier =
      first === undefined || idempotencyKey === null
        ? []
        : await essays.underKey(enrolment.id, idempotencyKey)
    if (first !== undefined && earlier.length === 0) return refuse(first, ...more)

    return gates.uploads.through(async () => {
      const received = await handIn.receive(campaign.fileRules)
      if (!received.ok) return received
      const { file } = received.value
      let isKept = false
      try {
        const [wrong, ...others] = checkTopics(campaign, received.value.topics)
        if (wrong !== undefined) return refuse(wrong, ...others)
        const topics = campaign.topics.map(t => t.code).filter(code => received.value.topics.includes(code))
        const accepted = { essay: { file, paper: null }, topics, receivedAt: now }
        if (earlier.length > 0) return answerAgain(earlier, accepted)
        const kept = await gates.store.through(async () =>
          keepEssays(ports)(actor, { ...accepted, campaign, deadline, enrolment, idempotencyKey }),
        )
        isKept = kept.ok && kept.value.every(version => version.file?.id === file.id)
        return kept
      } finally {
        if (!isKept) await essayFiles.discard(file)
      }
    })
  }
