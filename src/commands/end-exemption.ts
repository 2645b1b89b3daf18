import type { CampaignCode } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Ends an exemption; it is kept among the past ones, for reports as of an earlier day. */
export const endExemption =
  ({
    campaigns,
    enrolments,
    enrolmentLists,
    audit,
    transact,
  }: Pick<Ports, 'campaigns' | 'enrolments' | 'enrolmentLists' | 'audit' | 'transact'>) =>
  async (actor: Actor, code: CampaignCode, id: string, now: Date): Promise<Result<null>> => {
    const scope = scopeOf(actor, 'grant-exemption')
    return transact(async tx => {
      const campaign = await campaigns.find(code, tx)
      const enrolment = await enrolmentLists.exemptBy(scope, code, id, tx)
      if (campaign === null || enrolment === null || enrolment.exemption === null)
        return refuse(problem('not-found'))
      const ended = { ...enrolment.exemption, endedAt: now, endedBy: actor.id }
      await enrolments.save(
        {
          ...enrolment,
          exemption: null,
          pastExemptions: [...enrolment.pastExemptions, ended],
          tally: tallyOf(campaign, enrolment.heads, false),
        },
        tx,
      )
      await audit.write(
        {
          actor,
          action: 'exemption.ended',
          target: `enrolment:${enrolment.id}`,
          path: enrolment.path,
          at: now,
          details: { campaign: code, exemption: id, reason: ended.reason },
        },
        tx,
      )
      return ok(null)
    })
  }
