import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Enrolment, EnrolmentId } from '../domain/enrolment.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { isValidOn, treeDay, type Unit, type UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

export interface Moved {
  readonly campaign: Campaign
  readonly enrolment: Enrolment
  readonly unit: Unit
}

/**
 * Moves somebody to another unit that the actor reaches too. Where he was stays written down, for reports as of an
 * earlier day; both units are counted anew.
 */
export const movePerson =
  ({
    campaigns,
    units,
    enrolments,
    audit,
    transact,
  }: Pick<Ports, 'campaigns' | 'units' | 'enrolments' | 'audit' | 'transact'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    given: { readonly enrolment: EnrolmentId; readonly unit: UnitCode; readonly reason: string },
    now: Date,
  ): Promise<Result<Moved>> => {
    const scope = scopeOf(actor, 'move-person')
    const unit = await units.find(scope, given.unit)
    return transact(async tx => {
      const campaign = await campaigns.find(code, tx)
      const enrolment = await enrolments.find(scope, code, given.enrolment, tx)
      if (campaign === null || enrolment === null || unit === null) return refuse(problem('not-found'))
      if (unit.code === enrolment.unit || !isValidOn(unit, treeDay(campaign)))
        return refuse(problem('cannot-move-there', { unit: unit.name }, 'body/unit'))
      const moved: Enrolment = {
        ...enrolment,
        unit: unit.code,
        path: unit.path,
        stays: [...enrolment.stays, { unit: unit.code, since: now }],
      }
      await enrolments.save(moved, tx, [enrolment.unit])
      await audit.write(
        {
          actor,
          action: 'person.moved',
          target: `enrolment:${enrolment.id}`,
          path: unit.path,
          at: now,
          details: { campaign: code, from: enrolment.unit, to: unit.code, reason: given.reason },
        },
        tx,
      )
      return ok({ campaign, enrolment: moved, unit })
    })
  }
