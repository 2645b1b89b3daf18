import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { EssayVersion } from '../domain/essay.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Result, refuse } from '../domain/result.ts'
import { checkPaper, checkTopics } from '../domain/submission.ts'
import type { Ports } from '../ports/index.ts'
import { answerAgain, keepEssays } from './keep-essays.ts'

export interface ReceivedPaper {
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId
  /** As typed. */
  readonly topics: readonly TopicCode[]
  /** When the paper came, as staff states it: the deadline is judged by this. */
  readonly receivedAt: Date
  readonly note: string | null
  readonly idempotencyKey: string | null
}

/** Writes down an essay that staff received on paper: no file, but counted and receipted like any other. */
export const recordPaper =
  (ports: Pick<Ports, 'campaigns' | 'extensions'> & Parameters<typeof keepEssays>[0]) =>
  async (actor: Actor, given: ReceivedPaper, now: Date): Promise<Result<readonly EssayVersion[]>> => {
    const { campaigns, enrolments, extensions, essays, random } = ports
    const { receivedAt, note, idempotencyKey } = given
    const [campaign, enrolment] = await Promise.all([
      campaigns.find(given.campaign),
      enrolments.find(scopeOf(actor, 'record-paper'), given.campaign, given.enrolment),
    ])
    if (campaign === null || enrolment === null) return refuse(problem('not-found'))
    const deadline = deadlineFor(campaign, await extensions.applyingTo(enrolment))
    const paper = { id: random.id(), note, recordedAt: now }
    const topics = campaign.topics.map(t => t.code).filter(code => given.topics.includes(code))
    const accepted = { essay: { file: null, paper }, topics, receivedAt }
    const earlier = idempotencyKey === null ? [] : await essays.underKey(enrolment.id, idempotencyKey)
    if (earlier.length > 0) return answerAgain(earlier, accepted)
    const [first, ...more] = [
      ...checkPaper(enrolment, deadline, receivedAt, now),
      ...checkTopics(campaign, given.topics),
    ]
    if (first !== undefined) return refuse(first, ...more)
    return keepEssays(ports)(actor, { ...accepted, campaign, deadline, enrolment, idempotencyKey })
  }
