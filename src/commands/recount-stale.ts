import type { Campaign } from '../domain/campaign.ts'
import { hasRightTally } from '../domain/count.ts'
import type { Ports } from '../ports/index.ts'
import type { StaleEnrolment } from '../ports/totals.ts'
import { countUnits } from './count-units.ts'
import { mendTally } from './mend-tally.ts'
import { retally } from './retally.ts'

/** Enrolments taken at once. */
const BATCH = 5000
/** How often at most "as of" moves on while nothing changes, in milliseconds. */
const AS_OF_STEP = 1000

type Used = Pick<Ports, 'totals' | 'units' | 'campaigns' | 'enrolments' | 'transact'>

const recountCampaign =
  (ports: Used) =>
  async (campaign: Campaign, stale: readonly StaleEnrolment[]): Promise<void> => {
    // A long upload or import may have begun under rules that were changed before it ended.
    for (const entry of stale)
      if (!hasRightTally(campaign, entry)) await mendTally(ports)(campaign.code, entry.id)
    await countUnits(ports)(campaign, [...new Set(stale.flatMap(entry => entry.units))])
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
  (ports: Used) =>
  async (now: Date): Promise<number> => {
    const { totals, campaigns } = ports
    const asked = await totals.retallies()
    for (const entry of asked) await retally(ports)(entry)

    const stale = await totals.stale(BATCH)
    for (const code of new Set(stale.map(entry => entry.campaign))) {
      const campaign = await campaigns.find(code)
      if (campaign !== null)
        await recountCampaign(ports)(
          campaign,
          stale.filter(entry => entry.campaign === code),
        )
    }
    await totals.clear(stale)

    if (asked.length === 0 && stale.length < BATCH) {
      const asOf = await totals.asOf()
      if (stale.length > 0 || asOf === null || now.getTime() - asOf.getTime() >= AS_OF_STEP)
        await totals.setAsOf(now)
    }
    return asked.length + stale.length
  }
