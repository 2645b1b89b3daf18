import type { ReportSchedule } from '../../../../domain/campaign.ts'
import { FORMATS_WITHOUT_ESSAYS } from '../../../../domain/report-format.ts'
import type { TypedCampaign } from './form.ts'
import { type Says, whole } from './read-fields.ts'
import type { CampaignWords } from './words.ts'

/** When reports are compiled by themselves, as the form has it. */
export const readReports = (
  { reportTimes, reportDay, reportFormats }: TypedCampaign,
  say: Says,
  words: CampaignWords,
): ReportSchedule => {
  const formats = FORMATS_WITHOUT_ESSAYS.filter(format => reportFormats.includes(format))
  if (formats.length === 0) say('reportFormats', words.formatsNeeded)
  return {
    afterDue: reportTimes.includes('afterDue'),
    afterClose: reportTimes.includes('afterClose'),
    weekly: reportDay === '' ? null : whole(reportDay, 'reportDay', [0, 6], say, words),
    formats,
  }
}
