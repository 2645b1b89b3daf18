import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { EssayFile } from '../domain/essay.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { type EnrolmentRef, findEnrolment } from '../ports/enrolments.ts'
import type { Ports } from '../ports/index.ts'

/** The file of one version, for download; every asking for it is audited. */
export const getEssayFile =
  ({ enrolments, essays, audit }: Pick<Ports, 'enrolments' | 'essays' | 'audit'>) =>
  async (
    actor: Actor,
    asked: {
      readonly campaign: CampaignCode
      readonly enrolment: EnrolmentRef
      readonly topic: TopicCode
      readonly version: number
    },
    now: Date,
  ): Promise<Result<EssayFile>> => {
    const { campaign, topic } = asked
    const enrolment = await findEnrolment(enrolments, actor, 'see-enrolment', campaign, asked.enrolment)
    const version = enrolment && (await essays.find(enrolment.id, topic, asked.version))
    // Of what came on paper there is nothing to download.
    if (enrolment === null || version === null || version.file === null) return refuse(problem('not-found'))
    await audit.write({
      actor,
      action: 'essay.downloaded',
      target: `enrolment:${enrolment.id}`,
      path: enrolment.path,
      at: now,
      details: { topic, version: version.number },
    })
    return ok(version.file)
  }
