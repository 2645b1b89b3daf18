import type { CampaignCode } from '../../domain/campaign.ts'
import type { EnrolmentId } from '../../domain/enrolment.ts'
import type { GatheringId } from '../../domain/gathering.ts'
import type { ReportBatchId } from '../../domain/report.ts'
import type { RosterImportId } from '../../domain/roster-import.ts'
import type { UnitCode } from '../../domain/unit.ts'

export const SIGN_IN_PATH = '/dang-nhap'

/** A path with what is set of its query; what is empty is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const set = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  )
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

/** Of the highest unit that somebody reaches, when none is given. */
export const unitPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  `/dot/${campaign}/don-vi${unit === undefined ? '' : `/${unit}`}`

/** What stands on a unit's papers. */
export const letterheadPath = (campaign: CampaignCode, unit: UnitCode): string =>
  `${unitPath(campaign, unit)}/van-ban`

export const peoplePath = (
  campaign: CampaignCode,
  query: Readonly<Record<string, string | undefined>> = {},
): string => withQuery(`/dot/${campaign}/chua-nop`, query)

export const personPath = (campaign: CampaignCode, enrolment: EnrolmentId): string =>
  `/dot/${campaign}/can-bo/${enrolment}`

/** The provinces somebody reaches, and their newest reports in one ZIP. */
export const provincesPath = (campaign: CampaignCode): string => `/dot/${campaign}/cac-tinh`
export const bundlePath = (campaign: CampaignCode): string => `${provincesPath(campaign)}/bao-cao.zip`

/** The reports of all provinces at once: asking for them, or one such batch. */
export const reportBatchesPath = (campaign: CampaignCode, batch?: ReportBatchId): string =>
  `${provincesPath(campaign)}/bao-cao${batch === undefined ? '' : `/${batch}`}`

/** Essays to read: a list, and each of them. */
export const readingListPath = (campaign: CampaignCode): string => `/dot/${campaign}/doc-bai`

/** Answering requests, and what was granted. */
export const extensionsPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`/dot/${campaign}/gia-han`, { unit })

export const remindersPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`/dot/${campaign}/nhac-nop`, { unit })

export const reportsPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`/dot/${campaign}/bao-cao`, { unit })

export const reportChangesPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`${reportsPath(campaign)}/so-sanh`, { unit })

/** Essays that were collected: all such collections, or one. */
export const gatheringPath = (campaign: CampaignCode, gathering?: GatheringId): string =>
  `/dot/${campaign}/nop-ho${gathering === undefined ? '' : `/${gathering}`}`

export const rosterPath = (campaign: CampaignCode, roster?: RosterImportId): string =>
  `/dot/${campaign}/danh-sach${roster === undefined ? '' : `/${roster}`}`

/** Printing sign-in slips for a unit. */
export const slipsPath = (campaign: CampaignCode, unit?: UnitCode): string =>
  withQuery(`/dot/${campaign}/phieu-dang-nhap`, { unit })

/** For one person. */
export const slipPath = (campaign: CampaignCode, enrolment: EnrolmentId): string =>
  `${personPath(campaign, enrolment)}/phieu`
