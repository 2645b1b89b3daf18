import type { CampaignCode, TopicCode } from '../../../../domain/campaign.ts'

export const myEssaysPath = (campaign: CampaignCode): string => `/dot/${campaign}/bai-cua-toi`

export const myTopicPath = (campaign: CampaignCode, topic: TopicCode): string =>
  `${myEssaysPath(campaign)}/${topic}`

export const myVersionPath = (campaign: CampaignCode, topic: TopicCode, number: number): string =>
  `${myTopicPath(campaign, topic)}/ban/${number}`

/** With these topics ticked; none: those that are owed. */
export const ticked = (path: string, topics: readonly TopicCode[]): string =>
  topics.length === 0 ? path : `${path}?${topics.map(topic => `cd=${topic}`).join('&')}`

export const handInPath = (campaign: CampaignCode, topics: readonly TopicCode[] = []): string =>
  ticked(`${myEssaysPath(campaign)}/nop`, topics)

export const writePath = (campaign: CampaignCode, topic: TopicCode): string =>
  `${myEssaysPath(campaign)}/viet?cd=${topic}`

export const saveDraftPath = (campaign: CampaignCode, topic: TopicCode): string =>
  `${myEssaysPath(campaign)}/viet/nhap?cd=${topic}`

/** Of a hand-in, named by one of its receipts. */
export const myReceiptPath = (campaign: CampaignCode, code: string): string =>
  `${myEssaysPath(campaign)}/giay-xac-nhan?ma=${code}`

/** The same to keep as a file. */
export const receiptFilePath = (campaign: CampaignCode, code: string): string =>
  `${myEssaysPath(campaign)}/giay-xac-nhan/tep?ma=${code}`

export const askExtensionPath = (campaign: CampaignCode): string => `${myEssaysPath(campaign)}/gia-han`
