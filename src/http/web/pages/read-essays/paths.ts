import type { CampaignCode, TopicCode } from '../../../../domain/campaign.ts'
import type { EnrolmentId } from '../../../../domain/enrolment.ts'
import type { ReadingState } from '../../../../queries/reading-list.ts'
import { readingListPath, withQuery } from '../../paths.ts'

/** The list an essay is opened from: going on from it stays in it. */
export interface FromList {
  readonly unit?: string | undefined
  readonly state: ReadingState
}

/** What is usual stands in no address. */
export const listQuery = ({ unit, state }: FromList): Readonly<Record<string, string | undefined>> => ({
  unit,
  state: state === 'unjudged' ? undefined : state,
})

export const essayPath = (
  campaign: CampaignCode,
  enrolment: EnrolmentId,
  topic: TopicCode,
  from: FromList,
  version?: number,
): string =>
  withQuery(`${readingListPath(campaign)}/${enrolment}/${topic}`, {
    ...listQuery(from),
    ban: version === undefined ? undefined : String(version),
  })

/** Where a verdict is sent. */
export const reviewPath = (
  campaign: CampaignCode,
  enrolment: EnrolmentId,
  topic: TopicCode,
  query: Readonly<Record<string, string | undefined>>,
): string => withQuery(`${readingListPath(campaign)}/${enrolment}/${topic}/nhan-xet`, query)

/** The file of a version: as it was handed in, or as the browser shows it. */
export const filePath = (
  campaign: CampaignCode,
  enrolment: EnrolmentId,
  topic: TopicCode,
  version: number,
): string => `${readingListPath(campaign)}/${enrolment}/${topic}/ban/${version}`
export const shownFilePath = (...version: Parameters<typeof filePath>): string =>
  `${filePath(...version)}/xem`
