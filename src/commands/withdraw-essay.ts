import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Result, refuse } from '../domain/result.ts'
import { checkWithdrawal } from '../domain/submission.ts'
import { type EnrolmentRef, findObligation } from '../ports/enrolments.ts'
import { markWithdrawn } from './mark-withdrawn.ts'

/**
 * Withdraws the newest version of a topic, until the due date that holds for this person; staff may for their people in
 * the same time.
 */
export const withdrawEssay =
  (ports: Parameters<typeof markWithdrawn>[0]) =>
  async (
    actor: Actor,
    given: { readonly campaign: CampaignCode; readonly enrolment: EnrolmentRef; readonly topic: TopicCode },
    now: Date,
  ): Promise<Result<null>> => {
    const { topic } = given
    const action = 'withdraw-essay'
    const found = await findObligation(ports.enrolments, actor, action, given.campaign, given.enrolment)
    if (found === null) return refuse(problem('not-found'))
    return markWithdrawn(ports)(
      actor,
      found,
      {
        topic,
        action,
        check: enrolment => checkWithdrawal(enrolment, topic, found.deadline, now),
        audited: 'essay.withdrawn',
      },
      now,
    )
  }
