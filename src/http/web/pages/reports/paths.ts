import type { CampaignCode } from '../../../../domain/campaign.ts'
import type { ReportFormat, ReportId } from '../../../../domain/report.ts'
import { reportsPath } from '../../paths.ts'

export const reportPath = (campaign: CampaignCode, id: ReportId): string => `${reportsPath(campaign)}/${id}`

export const reportFilePath = (campaign: CampaignCode, id: ReportId, format: ReportFormat): string =>
  `${reportPath(campaign, id)}/tep/${format}`

export const cancelReportPath = (campaign: CampaignCode, id: ReportId): string =>
  `${reportPath(campaign, id)}/huy`

export const repeatReportPath = (campaign: CampaignCode, id: ReportId): string =>
  `${reportPath(campaign, id)}/lap-lai`
