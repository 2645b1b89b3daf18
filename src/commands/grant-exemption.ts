import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import type { Enrolment, EnrolmentId, Exempt, Exemption } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { AuditEntry } from '../ports/audit.ts'
import type { Ports } from '../ports/index.ts'

/** What becomes of somebody who is exempted, and the trace of it. */
export const exempting = (
  actor: Actor,
  campaign: Campaign,
  before: Enrolment,
  exemption: Exemption,
): { readonly enrolment: Enrolment; readonly entry: AuditEntry } => ({
  enrolment: { ...before, exemption, tally: tallyOf(campaign, before.heads, true) },
  entry: {
    actor,
    action: 'exemption.granted',
    target: `enrolment:${before.id}`,
    path: before.path,
    at: exemption.at,
    details: { campaign: campaign.code, exemption: exemption.id, reason: exemption.reason },
  },
})

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
      const exempt = exempting(actor, campaign, enrolment, exemption)
      await enrolments.save(exempt.enrolment, tx)
      await audit.write(exempt.entry, tx)
      return ok({ enrolment: exempt.enrolment, exemption })
    })
  }
