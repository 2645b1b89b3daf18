import type { CampaignCode, TopicCode } from '../../../../domain/campaign.ts'
import type { EnrolmentId } from '../../../../domain/enrolment.ts'
import { personPath } from '../../paths.ts'

/** What can be done about somebody, each on a page of its own below his. */
export type PersonForm =
  | 'ban-giay'
  | 'go-ban-giay'
  | 'gia-han'
  | 'mien'
  | 'thoi-mien'
  | 'chuyen'
  | 'lien-he'
  | 'rut'
  | 'thu-hoi-phieu'

export const formPath = (campaign: CampaignCode, enrolment: EnrolmentId, form: PersonForm): string =>
  `${personPath(campaign, enrolment)}/${form}`

/** Of a form about one of his essays. */
export const essayFormPath = (
  campaign: CampaignCode,
  enrolment: EnrolmentId,
  form: 'rut' | 'go-ban-giay',
  topic: TopicCode,
): string => `${formPath(campaign, enrolment, form)}?cd=${topic}`

export const versionPath = (
  campaign: CampaignCode,
  enrolment: EnrolmentId,
  topic: TopicCode,
  version: number,
): string => `${personPath(campaign, enrolment)}/bai/${topic}/${version}`
