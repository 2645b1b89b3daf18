import type { CampaignCode } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import type { EnrolmentId, Exempt } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Frees somebody from writing. What he handed in stays, but counts no more. */
export const grantExemption =
  ({
    campaigns,
    enrolments,
    audit,
    random,
    transact,
  }: Pick<Ports, 'campaigns' | 'enrolments' | 'audit' | 'random' | 'transact'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    input: { readonly enrolment: EnrolmentId; readonly reason: string },
    now: Date,
  ): Promise<Result<Exempt>> => {
    const scope = scopeOf(actor, 'grant-exemption')
    return transact(async tx => {
      const campaign = await campaigns.find(code, tx)
      const enrolment = await enrolments.find(scope, code, input.enrolment, tx)
      if (campaign === null || enrolment === null) return refuse(problem('not-found'))
      if (enrolment.exemption !== null) return refuse(problem('already-exempt'))
      const exemption = { id: random.id(), reason: input.reason, at: now, by: actor.id }
      const exempt = { ...enrolment, exemption, tally: tallyOf(campaign, enrolment.heads, true) }
      await enrolments.save(exempt, tx)
      await audit.write(
        {
          actor,
          action: 'exemption.granted',
          target: `enrolment:${enrolment.id}`,
          path: enrolment.path,
          at: now,
          details: { campaign: code, exemption: exemption.id, reason: exemption.reason },
        },
        tx,
      )
      return ok({ enrolment: exempt, exemption })
    })
  }
