import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { checkWithdrawal, withVersions } from '../domain/submission.ts'
import { type EnrolmentRef, findObligation } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

/**
 * Withdraws the newest version of a topic, until the due date that holds for this person; staff may for their people in
 * the same time. The version stays, marked; the topic is owed again.
 */
export const withdrawEssay =
  (ports: Pick<Ports, 'enrolments' | 'essays' | 'transact' | 'audit'>) =>
  async (
    actor: Actor,
    given: { readonly campaign: CampaignCode; readonly enrolment: EnrolmentRef; readonly topic: TopicCode },
    now: Date,
  ): Promise<Result<null>> => {
    const { enrolments, essays, transact, audit } = ports
    const { topic } = given
    const found = await findObligation(enrolments, actor, 'withdraw-essay', given.campaign, given.enrolment)
    if (found === null || !found.campaign.topics.some(({ code }) => code === topic))
      return refuse(problem('not-found'))
    const { campaign, deadline } = found

    return transact(async tx => {
      const enrolment = await enrolments.find(
        scopeOf(actor, 'withdraw-essay'),
        campaign.code,
        found.enrolment.id,
        tx,
      )
      if (enrolment === null) return refuse(problem('not-found'))
      const [first, ...more] = checkWithdrawal(enrolment, topic, deadline, now)
      if (first !== undefined) return refuse(first, ...more)
      const version = await essays.withdrawNewest(enrolment.id, topic, now, tx)
      await enrolments.save(withVersions(enrolment, campaign, [version]), tx)
      await audit.write(
        {
          actor,
          action: 'essay.withdrawn',
          target: `enrolment:${enrolment.id}`,
          path: enrolment.path,
          at: now,
          details: { topic, version: version.number },
        },
        tx,
      )
      return ok(null)
    })
  }
