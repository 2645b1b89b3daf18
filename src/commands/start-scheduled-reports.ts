import type { CampaignCode } from '../domain/campaign.ts'
import { HOUSE } from '../domain/permission.ts'
import { dueReportMoments, reportMomentKey } from '../domain/report-moment.ts'
import type { Unit } from '../domain/unit.ts'
import { isNation } from '../domain/unit-group.ts'
import type { Ports } from '../ports/index.ts'
import { getProvinceReports } from '../queries/province-reports.ts'
import { askForEach } from './ask-for-each.ts'

type Needed = Parameters<typeof askForEach>[0] & Pick<Ports, 'campaigns' | 'units' | 'totals'>

/** The nation and all directly under it that have people; none where nobody is enrolled. */
const unitsOf =
  (ports: Needed) =>
  async (code: CampaignCode): Promise<readonly Unit[]> => {
    const provinces = await getProvinceReports(ports)(HOUSE, code)
    if (!provinces.ok) return []
    const peopled = provinces.value.rows.filter(({ totals }) => totals.people > 0).map(({ unit }) => unit)
    const top = peopled.length === 0 ? null : await ports.units.top({ kind: 'everything' })
    return top !== null && isNation(top) ? [top, ...peopled] : peopled
  }

/**
 * Asks for the reports of every moment that has come, once: the moment is their key. They are written down together, so a
 * kill leaves none or all of them, and compiled as any others.
 */
export const startScheduledReports =
  (ports: Needed) =>
  async (code: CampaignCode, now: Date): Promise<void> => {
    const campaign = await ports.campaigns.find(code)
    if (campaign === null) return
    for (const moment of dueReportMoments(campaign, now)) {
      const idempotencyKey = reportMomentKey(campaign, moment)
      if ((await ports.reports.underKey(HOUSE.id, idempotencyKey)) !== null) continue
      const { at: cutoff, occasion } = moment
      const { formats } = campaign.reports
      const wanted = { campaign: code, cutoff, formats, idempotencyKey, occasion }
      await askForEach(ports)(HOUSE, await unitsOf(ports)(code), wanted, now)
    }
  }
