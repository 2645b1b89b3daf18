import type { CampaignCode } from '../domain/campaign.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { GrantedExtension } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'

/** Newest first: those of a unit, of all below it and of their people; or those of one person. */
export const listExtensions =
  ({
    campaigns,
    units,
    enrolments,
    extensions,
  }: Pick<Ports, 'campaigns' | 'units' | 'enrolments' | 'extensions'>) =>
  async (
    actor: Actor,
    campaign: CampaignCode,
    filter: { readonly unit?: UnitCode | undefined; readonly enrolment?: EnrolmentId | undefined },
  ): Promise<Result<readonly GrantedExtension[]>> => {
    const scope = scopeOf(actor, 'see-extension')
    if ((await campaigns.find(campaign)) === null) return refuse(problem('not-found'))
    if (filter.unit !== undefined && (await units.find(scope, filter.unit)) === null)
      return refuse(problem('not-found'))
    if (filter.enrolment !== undefined && (await enrolments.find(scope, campaign, filter.enrolment)) === null)
      return refuse(problem('not-found'))
    return ok(await extensions.list(scope, campaign, filter))
  }
