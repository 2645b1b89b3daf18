import type { CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import type { ExtensionRequest, RequestAnswer } from '../domain/extension-request.ts'
import type { Scope } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

/** With the enrolment as it is now: who moved is asked about in his new unit. */
export interface AskedExtension {
  readonly request: ExtensionRequest
  readonly enrolment: Enrolment
}

export interface ExtensionRequestStore {
  /** false: one of this enrolment waits already. */
  insert(request: ExtensionRequest): Promise<boolean>
  /** Newest first. */
  ofEnrolment(enrolment: EnrolmentId): Promise<readonly ExtensionRequest[]>
  /** Oldest first: of the unit's subtree, those that wait or those that do not. */
  list(
    scope: Scope,
    campaign: CampaignCode,
    filter: { readonly unit?: UnitCode | undefined; readonly waiting?: boolean | undefined },
  ): Promise<readonly AskedExtension[]>
  find(campaign: CampaignCode, ids: readonly string[], tx: Tx): Promise<readonly ExtensionRequest[]>
  answer(id: ExtensionRequest['id'], answer: RequestAnswer, tx: Tx): Promise<void>
}
