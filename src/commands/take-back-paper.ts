import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Result, refuse } from '../domain/result.ts'
import { checkTakingBack } from '../domain/submission.ts'
import { findObligation } from '../ports/enrolments.ts'
import { markWithdrawn } from './mark-withdrawn.ts'

/**
 * Takes back a paper that was written down by mistake: of somebody else, or about another topic. Unlike an essay that is
 * withdrawn, whoever keeps the papers may until the campaign closes, and says why. Its receipt stays, and says so.
 */
export const takeBackPaper =
  (ports: Parameters<typeof markWithdrawn>[0]) =>
  async (
    actor: Actor,
    given: {
      readonly campaign: CampaignCode
      readonly enrolment: EnrolmentId
      readonly topic: TopicCode
      readonly reason: string
    },
    now: Date,
  ): Promise<Result<null>> => {
    const { topic, reason } = given
    const action = 'take-back-paper'
    const found = await findObligation(ports.enrolments, actor, action, given.campaign, given.enrolment)
    if (found === null) return refuse(problem('not-found'))
    return markWithdrawn(ports)(
      actor,
      found,
      {
        topic,
        action,
        check: enrolment => checkTakingBack(enrolment, topic, found.deadline, now),
        audited: 'essay.paper-taken-back',
        details: { reason },
      },
      now,
    )
  }
