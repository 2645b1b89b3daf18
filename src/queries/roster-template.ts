import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { reachableUnits } from './reachable-units.ts'

/** The workbook to fill in, with the names of the units that the actor may import for. */
export const getRosterTemplate =
  ({ campaigns, units, rosterTemplate }: Pick<Ports, 'campaigns' | 'units' | 'rosterTemplate'>) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<Buffer>> => {
    const campaign = await campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const reachable = await reachableUnits({ units })(scopeOf(actor, 'import-roster'), campaign)
    return ok(await rosterTemplate.write(reachable))
  }
