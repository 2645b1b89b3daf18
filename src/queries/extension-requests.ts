import type { CampaignCode } from '../domain/campaign.ts'
import { checkAsking, type ExtensionRequest } from '../domain/extension-request.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { AskedExtension } from '../ports/extension-requests.ts'
import type { Ports } from '../ports/index.ts'
import { type EnrolmentView, getEnrolment } from './enrolment.ts'

/** Requests of people in the unit and below, oldest first: those that wait, those answered, or all. */
export const listExtensionRequests =
  ({ campaigns, units, extensionRequests }: Pick<Ports, 'campaigns' | 'units' | 'extensionRequests'>) =>
  async (
    actor: Actor,
    campaign: CampaignCode,
    filter: { readonly unit?: UnitCode | undefined; readonly waiting?: boolean | undefined },
  ): Promise<Result<readonly AskedExtension[]>> => {
    const scope = scopeOf(actor, 'see-extension')
    if ((await campaigns.find(campaign)) === null) return refuse(problem('not-found'))
    if (filter.unit !== undefined && (await units.find(scope, filter.unit)) === null)
      return refuse(problem('not-found'))
    return ok(await extensionRequests.list(scope, campaign, filter))
  }

export interface MyRequestsView extends EnrolmentView {
  /** Newest first. */
  readonly requests: readonly ExtensionRequest[]
  /** Why nothing can be asked for now; none: it can. */
  readonly refusals: readonly Problem[]
}

/** What the actor has asked for himself, and whether he may ask now. */
export const getMyExtensionRequests =
  (ports: Pick<Ports, 'extensionRequests'> & Parameters<typeof getEnrolment>[0]) =>
  async (actor: Actor, campaign: CampaignCode): Promise<Result<MyRequestsView>> => {
    const found = await getEnrolment(ports)(actor, campaign, 'me')
    if (!found.ok) return found
    const requests = await ports.extensionRequests.ofEnrolment(found.value.enrolment.id)
    return ok({ ...found.value, requests, refusals: checkAsking(found.value.enrolment, requests) })
  }
