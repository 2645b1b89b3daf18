import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { tallyOf } from '../domain/completion.ts'
import type { Enrolment, Exemption } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { AuditEntry } from '../ports/audit.ts'
import type { Ports } from '../ports/index.ts'

/** What becomes of somebody whose exemption ends, and the trace of it. */
export const endingExemption = (
  actor: Actor,
  campaign: Campaign,
  before: Enrolment,
  exemption: Exemption,
  now: Date,
): { readonly enrolment: Enrolment; readonly entry: AuditEntry } => ({
  enrolment: {
    ...before,
    exemption: null,
    pastExemptions: [...before.pastExemptions, { ...exemption, endedAt: now, endedBy: actor.id }],
    tally: tallyOf(campaign, before.heads, false),
  },
  entry: {
    actor,
    action: 'exemption.ended',
    target: `enrolment:${before.id}`,
    path: before.path,
    at: now,
    details: { campaign: campaign.code, exemption: exemption.id, reason: exemption.reason },
  },
})

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
      const ended = endingExemption(actor, campaign, enrolment, enrolment.exemption, now)
      await enrolments.save(ended.enrolment, tx)
      await audit.write(ended.entry, tx)
      return ok(null)
    })
  }
