import type { CampaignCode } from '../../../../domain/campaign.ts'
import type { ReportBatchId } from '../../../../domain/report.ts'
import { reportBatchesPath } from '../../paths.ts'

export const batchZipPath = (campaign: CampaignCode, batch: ReportBatchId): string =>
  `${reportBatchesPath(campaign, batch)}/tat-ca.zip`

export const cancelBatchPath = (campaign: CampaignCode, batch: ReportBatchId): string =>
  `${reportBatchesPath(campaign, batch)}/huy`
