import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { hanoiDay } from '../domain/time.ts'
import { isValidOn } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** The workbook to fill in, with the names of the units that the actor may import for. */
export const getRosterTemplate =
  ({ campaigns, units, rosterTemplate }: Pick<Ports, 'campaigns' | 'units' | 'rosterTemplate'>) =>
  async (actor: Actor, code: CampaignCode): Promise<Result<Buffer>> => {
    const scope = scopeOf(actor, 'import-roster')
    const campaign = await campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const day = hanoiDay(campaign.opensAt)
    const own =
      scope.kind === 'everything'
        ? [await units.all()]
        : await Promise.all(scope.units.map(async code => units.subtree(code)))
    const valid = new Map(
      own
        .flat()
        .filter(unit => isValidOn(unit, day))
        .map(unit => [unit.code, unit]),
    )
    const byPath = [...valid.values()].sort((a, b) => (a.path.join(' ') < b.path.join(' ') ? -1 : 1))
    return ok(await rosterTemplate.write(byPath))
  }
