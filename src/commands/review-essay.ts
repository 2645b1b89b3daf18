import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { EssayVersion, Review } from '../domain/essay.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { checkReview, type Judgement } from '../domain/review.ts'
import { withVersions } from '../domain/submission.ts'
import type { Ports } from '../ports/index.ts'
import { writeExtension } from './grant-extension.ts'

export interface ReviewInput extends Judgement {
  readonly campaign: CampaignCode
  readonly enrolment: EnrolmentId
  readonly topic: TopicCode
}

type Needed = Pick<
  Ports,
  'campaigns' | 'enrolments' | 'extensions' | 'essays' | 'transact' | 'audit' | 'random'
>

/**
 * Accepts the newest version of an essay, or returns it to be written again. The version stays as it is, with the verdict
 * beside it; what is returned is owed again, and its writer gets a later due date of his own where he needs one. He is told
 * by mail: the mark for it is written with the verdict.
 */
export const reviewEssay =
  (ports: Needed) =>
  async (actor: Actor, input: ReviewInput, now: Date): Promise<Result<EssayVersion>> => {
    const { campaigns, enrolments, extensions, essays, transact, audit, random } = ports
    const { topic, verdict, note } = input

    return transact(async tx => {
      const campaign = await campaigns.find(input.campaign, tx)
      const scope = scopeOf(actor, 'review-essay')
      const enrolment = await enrolments.find(scope, input.campaign, input.enrolment, tx)
      const newest = enrolment && (await essays.newest(enrolment.id, topic, tx))
      if (campaign === null || enrolment === null || newest === null) return refuse(problem('not-found'))
      const deadline = deadlineFor(campaign, await extensions.applyingTo(enrolment, tx))
      const [first, ...more] = checkReview(enrolment, newest, input, deadline, now)
      if (first !== undefined) return refuse(first, ...more)

      const dueAt =
        verdict === 'returned' && input.dueAt !== null && input.dueAt > deadline.dueAt ? input.dueAt : null
      if (dueAt !== null) {
        const number = campaign.topics.findIndex(({ code }) => code === topic) + 1
        const extension = {
          id: random.id(),
          campaign: campaign.code,
          unit: null,
          enrolment: enrolment.id,
          path: enrolment.path,
          dueAt,
          closesAt: null,
          reason: `Viết lại bài chuyên đề ${number}`,
          grantedAt: now,
          grantedBy: actor.id,
        }
        await writeExtension(ports)(actor, extension, tx)
      }
      const review: Review = {
        id: random.id(),
        verdict,
        note,
        dueAt,
        at: now,
        by: actor.id,
        byName: actor.name,
      }
      const judged = await essays.addReview(newest.id, review, tx)
      await enrolments.save(withVersions(enrolment, campaign, [judged]), tx)
      await audit.write(
        {
          actor,
          action: `essay.${verdict}`,
          target: `enrolment:${enrolment.id}`,
          path: enrolment.path,
          at: now,
          details: { topic, version: judged.number, note, dueAt },
        },
        tx,
      )
      return ok(judged)
    })
  }
