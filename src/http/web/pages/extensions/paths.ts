import type { CampaignCode } from '../../../../domain/campaign.ts'
import type { UnitCode } from '../../../../domain/unit.ts'
import { extensionsPath, withQuery } from '../../paths.ts'

export const answerPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`${extensionsPath(campaign)}/tra-loi`, { unit })

export const grantPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`${extensionsPath(campaign)}/don-vi`, { unit })

export const revokePath = (campaign: CampaignCode, extension: string): string =>
  `${extensionsPath(campaign)}/${extension}/thu-hoi`
