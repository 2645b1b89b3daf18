import type { CampaignCode } from '../../../../domain/campaign.ts'
import type { ReportFile, ReportId } from '../../../../domain/report.ts'
import { reportsPath, withQuery } from '../../paths.ts'

export const reportPath = (campaign: CampaignCode, id: ReportId): string => `${reportsPath(campaign)}/${id}`

/** Several files of one format are told apart by their part, from 1. */
export const reportFilePath = (
  campaign: CampaignCode,
  id: ReportId,
  { format, part }: Pick<ReportFile, 'format' | 'part'>,
): string =>
  withQuery(`${reportPath(campaign, id)}/tep/${format}`, { part: part === 1 ? undefined : String(part) })

export const cancelReportPath = (campaign: CampaignCode, id: ReportId): string =>
  `${reportPath(campaign, id)}/huy`

export const repeatReportPath = (campaign: CampaignCode, id: ReportId): string =>
  `${reportPath(campaign, id)}/lap-lai`
