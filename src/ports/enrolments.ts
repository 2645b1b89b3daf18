import type { CadreId } from '../domain/cadre.ts'
import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import { type Deadline, deadlineFor, type Extension } from '../domain/deadline.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import { type Action, type Actor, type Scope, scopeOf } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Tx } from './platform.ts'

export interface Dated {
  readonly campaign: Campaign
  readonly enrolment: Enrolment
  readonly extensions: readonly Extension[]
}

/** Single enrolments. Lists, imports and reports have ports of their own. */
export interface EnrolmentStore {
  /** null when there is none in the scope. */
  find(scope: Scope, campaign: CampaignCode, id: EnrolmentId, tx?: Tx): Promise<Enrolment | null>
  ofCadre(campaign: CampaignCode, cadre: CadreId, tx?: Tx): Promise<Enrolment | null>
  /** Somebody with his campaign and all extensions that apply to him, in one reading: every hand-in asks for it. */
  withDates(
    scope: Scope,
    campaign: CampaignCode,
    who: { readonly id: EnrolmentId } | { readonly cadre: CadreId },
  ): Promise<Dated | null>
  /** The same, of somebody who is mailed with many others: whoever asks at the same time is read together. */
  recipient(scope: Scope, campaign: CampaignCode, id: EnrolmentId): Promise<Dated | null>
  /** Those with a greater id, by id: to walk through all of a campaign, from `''` on. */
  after(campaign: CampaignCode, id: EnrolmentId, limit: number, tx: Tx): Promise<readonly Enrolment[]>
  /**
   * Writes all fields of one that was read in the same transaction, and marks its unit (and those in `alsoTouched`,
   * where it moved from) for recounting in the same write.
   */
  save(enrolment: Enrolment, tx: Tx, alsoTouched?: readonly UnitCode[]): Promise<void>
  /**
   * Writes the heads and the tally of one that may have been read before the transaction, and marks its unit. false,
   * and nothing written: its essays, exemption or unit are no longer as they were read.
   */
  saveEssays(read: Enrolment, changed: Pick<Enrolment, 'heads' | 'tally'>, tx: Tx): Promise<boolean>
}

/** An enrolment as a request names it: an id, or `me`. */
export type EnrolmentRef = string

/** Somebody in a campaign, and until when he may hand in, with every extension that applies to him. */
export interface Obligation {
  readonly campaign: Campaign
  readonly enrolment: Enrolment
  readonly deadline: Deadline
}

/** What is meant, when the actor may do this with it: `me` is his own. null: there is none in his reach. */
export const findObligation = async (
  enrolments: Pick<EnrolmentStore, 'withDates'>,
  actor: Actor,
  action: Action,
  campaign: CampaignCode,
  ref: EnrolmentRef,
): Promise<Obligation | null> => {
  if (ref === 'me' && actor.cadre === null) return null
  const who = ref === 'me' && actor.cadre !== null ? { cadre: actor.cadre } : { id: ref }
  const found = await enrolments.withDates(scopeOf(actor, action), campaign, who)
  return (
    found && {
      campaign: found.campaign,
      enrolment: found.enrolment,
      deadline: deadlineFor(found.campaign, found.extensions),
    }
  )
}

/** The enrolment alone of what `findObligation` finds. */
export const findEnrolment = async (
  enrolments: Pick<EnrolmentStore, 'find' | 'ofCadre'>,
  actor: Actor,
  action: Action,
  campaign: CampaignCode,
  ref: EnrolmentRef,
): Promise<Enrolment | null> => {
  if (ref !== 'me') return enrolments.find(scopeOf(actor, action), campaign, ref)
  return actor.cadre === null ? null : enrolments.ofCadre(campaign, actor.cadre)
}
