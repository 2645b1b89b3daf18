import type { Campaign, CampaignCode, TopicCode } from '../domain/campaign.ts'
import { owedTopics } from '../domain/completion.ts'
import { type Deadline, deadlineFor } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { EssayVersion } from '../domain/essay.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type EnrolmentRef, findEnrolment } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

export interface EnrolmentView {
  readonly campaign: Campaign
  readonly enrolment: Enrolment
  /** With every extension that applies to him. */
  readonly deadline: Deadline
  readonly owed: readonly TopicCode[]
  /** By topic, oldest first. */
  readonly versions: readonly EssayVersion[]
}

/** One person in a campaign, with all he handed in. */
export const getEnrolment =
  ({
    campaigns,
    enrolments,
    extensions,
    essays,
  }: Pick<Ports, 'campaigns' | 'enrolments' | 'extensions' | 'essays'>) =>
  async (actor: Actor, code: CampaignCode, ref: EnrolmentRef): Promise<Result<EnrolmentView>> => {
    const [campaign, enrolment] = await Promise.all([
      campaigns.find(code),
      findEnrolment(enrolments, actor, 'see-enrolment', code, ref),
    ])
    if (campaign === null || enrolment === null) return refuse(problem('not-found'))
    const [applying, versions] = await Promise.all([
      extensions.applyingTo(enrolment),
      essays.ofEnrolment(enrolment.id),
    ])
    return ok({
      campaign,
      enrolment,
      deadline: deadlineFor(campaign, applying),
      owed: owedTopics(campaign, enrolment.heads, enrolment.exemption !== null),
      versions,
    })
  }
