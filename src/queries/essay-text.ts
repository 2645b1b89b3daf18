import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import { type Reading, WITHOUT_TEXT } from '../domain/essay-text.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type EnrolmentRef, findEnrolment } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

/** The words of one version, null while they are still to be read; every asking for them is audited. */
export const getEssayText =
  ({
    enrolments,
    essays,
    essayTexts,
    audit,
  }: Pick<Ports, 'enrolments' | 'essays' | 'essayTexts' | 'audit'>) =>
  async (
    actor: Actor,
    asked: {
      readonly campaign: CampaignCode
      readonly enrolment: EnrolmentRef
      readonly topic: TopicCode
      readonly version: number
    },
    now: Date,
  ): Promise<Result<Reading | null>> => {
    const { campaign, topic } = asked
    const enrolment = await findEnrolment(enrolments, actor, 'see-enrolment', campaign, asked.enrolment)
    const version = enrolment && (await essays.find(enrolment.id, topic, asked.version))
    if (enrolment === null || version === null) return refuse(problem('not-found'))
    await audit.write({
      actor,
      action: 'essay.read',
      target: `enrolment:${enrolment.id}`,
      path: enrolment.path,
      at: now,
      details: { topic, version: version.number },
    })
    return ok(version.file === null ? WITHOUT_TEXT : await essayTexts.find(version.file.id))
  }
