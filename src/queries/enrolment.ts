import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { owedTopics } from '../domain/completion.ts'
import type { EssayVersion } from '../domain/essay.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type EnrolmentRef, findObligation, type Obligation } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

export interface EnrolmentView extends Obligation {
  readonly owed: readonly TopicCode[]
  /** By topic, oldest first. */
  readonly versions: readonly EssayVersion[]
}

/** One person in a campaign, with all he handed in. */
export const getEnrolment =
  ({ enrolments, essays }: Pick<Ports, 'enrolments' | 'essays'>) =>
  async (actor: Actor, code: CampaignCode, ref: EnrolmentRef): Promise<Result<EnrolmentView>> => {
    const found = await findObligation(enrolments, actor, 'see-enrolment', code, ref)
    if (found === null) return refuse(problem('not-found'))
    const { campaign, enrolment } = found
    return ok({
      ...found,
      owed: owedTopics(campaign, enrolment.heads, enrolment.exemption !== null),
      versions: await essays.ofEnrolment(enrolment.id),
    })
  }
