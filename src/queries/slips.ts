import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { SlipCounts } from '../domain/slip.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { getUnitChoice, type UnitChoice } from './unit-choice.ts'

export interface SlipDesk {
  readonly choice: UnitChoice
  readonly counts: SlipCounts
}

/** How many people of a unit and below have a slip, used or not; without a unit, of the highest that the actor may print for. */
export const getSlipDesk =
  (ports: Pick<Ports, 'slips'> & Parameters<typeof getUnitChoice>[0]) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
    now: Date,
  ): Promise<Result<SlipDesk>> => {
    const choice = await getUnitChoice(ports)(actor, 'issue-slip', asked)
    if (!choice.ok) return choice
    const { campaign, unit } = choice.value
    const counts = await ports.slips.count(scopeOf(actor, 'issue-slip'), campaign.code, unit.code, now)
    return ok({ choice: choice.value, counts })
  }
