import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import type { Report } from '../domain/report.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

const NEWEST = 100

/** The newest reports of a unit and of those below it; of all that he may see when no unit is given. */
export const listReports =
  ({ campaigns, units, reports }: Pick<Ports, 'campaigns' | 'units' | 'reports'>) =>
  async (actor: Actor, code: CampaignCode, unit: UnitCode | null): Promise<Result<readonly Report[]>> => {
    const scope = scopeOf(actor, 'see-report')
    if ((await campaigns.find(code)) === null) return refuse(problem('not-found'))
    if (unit !== null && (await units.find(scope, unit)) === null) return refuse(problem('not-found'))
    return ok(await reports.list(scope, code, unit, NEWEST))
  }
