import type { CampaignCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'

/** Ends a slip that was not used yet: it is lost, or in other hands. */
export const revokeSlip =
  ({ enrolments, slips, audit, transact }: Pick<Ports, 'enrolments' | 'slips' | 'audit' | 'transact'>) =>
  async (actor: Actor, campaign: CampaignCode, id: EnrolmentId, now: Date): Promise<Result<null>> =>
    transact(async tx => {
      const enrolment = await enrolments.find(scopeOf(actor, 'issue-slip'), campaign, id, tx)
      if (enrolment === null) return refuse(problem('not-found'))
      if (!(await slips.revoke(enrolment.id, tx))) return refuse(problem('no-slip-to-revoke'))
      await audit.write(
        {
          actor,
          action: 'slip.revoked',
          target: `enrolment:${enrolment.id}`,
          path: enrolment.path,
          at: now,
          details: { campaign },
        },
        tx,
      )
      return ok(null)
    })
