import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, reachesUnit, scopeOf } from '../domain/permission.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { listUnits } from './list-units.ts'

/** Where one can go from a unit: the way up as far as the actor reaches, and what lies below. */
export interface UnitChoices {
  /** null: all that the actor reaches, which is more than one unit. */
  readonly unit: Unit | null
  /** Highest first. */
  readonly above: readonly Unit[]
  readonly below: readonly Unit[]
}

export const unitChoices =
  (ports: Pick<Ports, 'campaigns' | 'units'>) =>
  async (actor: Actor, campaign: CampaignCode, code: UnitCode | undefined): Promise<Result<UnitChoices>> => {
    const under = await listUnits(ports)(actor, { campaign, parent: code })
    if (!under.ok) return under
    const below = under.value.map(({ unit }) => unit)
    if (code === undefined) {
      const [top, ...others] = below
      if (top === undefined || others.length > 0) return ok({ unit: null, above: [], below })
      return unitChoices(ports)(actor, campaign, top.code)
    }
    const scope = scopeOf(actor, 'see-unit')
    const unit = await ports.units.find(scope, code)
    const path = unit === null ? [] : await ports.units.byCodes(unit.path.slice(0, -1))
    const above = path
      .filter(one => reachesUnit(scope, one.path))
      .sort((a, b) => a.path.length - b.path.length)
    return ok({ unit, above, below })
  }
