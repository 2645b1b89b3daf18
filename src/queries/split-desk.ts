import type { Cadre } from '../domain/cadre.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import type { Ports } from '../ports/index.ts'
import { openCampaigns } from './open-campaigns.ts'

export interface SplitDesk {
  readonly unit: Unit
  readonly children: readonly Unit[]
  /** Who stands directly in it in a campaign that is not closed, each once, in roster order. */
  readonly people: readonly Pick<Cadre, 'id' | 'name'>[]
}

/** What has to be divided where a unit is split. */
export const getSplitDesk =
  (ports: Pick<Ports, 'units' | 'campaigns' | 'extensions' | 'roster' | 'transact'>) =>
  async (actor: Actor, code: UnitCode, now: Date): Promise<Result<SplitDesk>> => {
    const scope = scopeOf(actor, 'edit-units')
    if (scope.kind !== 'everything') return refuse(problem('forbidden'))
    const unit = await ports.units.find(scope, code)
    if (unit === null) return refuse(problem('not-found'))
    const open = await openCampaigns(ports)(now)
    const found = await ports.transact(async tx => ports.roster.standingIn([code], open, tx))
    const people = new Map(found.map(({ cadre, person }) => [cadre, { id: cadre, name: person.name }]))
    return ok({
      unit,
      children: await ports.units.children(code),
      people: [...people.values()].sort((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1)),
    })
  }
