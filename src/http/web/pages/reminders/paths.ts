import type { CampaignCode } from '../../../../domain/campaign.ts'
import type { EnrolmentId } from '../../../../domain/enrolment.ts'
import type { WaveKind } from '../../../../domain/mail-kind.ts'
import type { UnitCode } from '../../../../domain/unit.ts'
import { remindersPath, withQuery } from '../../paths.ts'

/** Of a wave by hand, or of the scheduled one at that time. */
export const previewPath = (campaign: CampaignCode, unit: UnitCode, at?: Date): string =>
  withQuery(`${remindersPath(campaign)}/xem-truoc`, { unit, luc: at?.toISOString() })

export const sendWavePath = (campaign: CampaignCode, unit: UnitCode): string =>
  withQuery(`${remindersPath(campaign)}/gui`, { unit })

export const switchPath = (campaign: CampaignCode, unit: UnitCode): string =>
  withQuery(`${remindersPath(campaign)}/loai-thu`, { unit })

export const sendTestPath = (campaign: CampaignCode, unit: UnitCode): string =>
  withQuery(`${remindersPath(campaign)}/gui-thu`, { unit })

export const letterPath = (
  campaign: CampaignCode,
  enrolment: EnrolmentId,
  kind: WaveKind,
  at: Date,
): string => withQuery(`${remindersPath(campaign)}/thu/${enrolment}`, { loai: kind, luc: at.toISOString() })

export const wavePath = (
  campaign: CampaignCode,
  id: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string => withQuery(`${remindersPath(campaign)}/dot/${id}`, query)

export const stopWavePath = (campaign: CampaignCode, id: string): string => `${wavePath(campaign, id)}/dung`

export const resumeWavePath = (campaign: CampaignCode, id: string): string =>
  `${wavePath(campaign, id)}/gui-tiep`
