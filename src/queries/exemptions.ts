import type { CampaignCode } from '../domain/campaign.ts'
import type { Exempt } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** Those who are exempt now, in a unit and below it or in all that the actor reaches, by name. */
export const listExempt =
  ({ campaigns, units, enrolmentLists }: Pick<Ports, 'campaigns' | 'units' | 'enrolmentLists'>) =>
  async (
    actor: Actor,
    campaign: CampaignCode,
    unit: UnitCode | undefined,
  ): Promise<Result<readonly Exempt[]>> => {
    const scope = scopeOf(actor, 'grant-exemption')
    if ((await campaigns.find(campaign)) === null) return refuse(problem('not-found'))
    if (unit !== undefined && (await units.find(scope, unit)) === null) return refuse(problem('not-found'))
    const found = await enrolmentLists.exempt(scope, campaign, unit ?? null)
    return ok(
      found.flatMap(enrolment =>
        enrolment.exemption === null ? [] : [{ enrolment, exemption: enrolment.exemption }],
      ),
    )
  }
