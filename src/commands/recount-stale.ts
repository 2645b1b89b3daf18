import type { CampaignCode } from '../domain/campaign.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import type { StaleEnrolment } from '../ports/totals.ts'
import { countUnits } from './count-units.ts'
import { retally } from './retally.ts'

/** Enrolments taken at once. */
const BATCH = 5000
/** How often at most "as of" moves on while nothing changes, in milliseconds. */
const AS_OF_STEP = 1000

const unitsByCampaign = (
  stale: readonly StaleEnrolment[],
): ReadonlyMap<CampaignCode, ReadonlySet<UnitCode>> => {
  const units = new Map<CampaignCode, Set<UnitCode>>()
  for (const { campaign, units: changed } of stale) {
    const known = units.get(campaign) ?? new Set()
    for (const unit of changed) known.add(unit)
    units.set(campaign, known)
  }
  return units
}

/**
 * Recounts all units that some change to an enrolment made stale, and says how much was found to do: 0 when all
 * numbers were right. Any number of workers may do it at once; the marks go last, so whatever a crash leaves undone is
 * done again.
 *
 * "As of" is then the moment at which the pass began: all that was written before was seen by it. It stands still while
 * there is more than one batch to do, or tallies to be made anew.
 */
export const recountStale =
  (ports: Pick<Ports, 'totals' | 'units' | 'campaigns' | 'enrolments' | 'transact'>) =>
  async (now: Date): Promise<number> => {
    const { totals, campaigns } = ports
    const asked = await totals.retallies()
    for (const entry of asked) await retally(ports)(entry)

    const stale = await totals.stale(BATCH)
    for (const [code, units] of unitsByCampaign(stale)) {
      const campaign = await campaigns.find(code)
      if (campaign !== null) await countUnits(ports)(campaign, [...units])
    }
    await totals.clear(stale)

    if (asked.length === 0 && stale.length < BATCH) {
      const asOf = await totals.asOf()
      if (stale.length > 0 || asOf === null || now.getTime() - asOf.getTime() >= AS_OF_STEP)
        await totals.setAsOf(now)
    }
    return asked.length + stale.length
  }
