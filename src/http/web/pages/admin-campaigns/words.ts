import type { CampaignState } from '../../../../domain/campaign.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'Đợt học tập',
  create: 'Tạo đợt từ đợt gần nhất',
  createFirst: 'Tạo đợt học tập',
  empty: 'Chưa có đợt học tập nào.',
  name: 'Tên đợt',
  state: 'Trạng thái',
  opensAt: 'Mở',
  dueAt: 'Hạn nộp',
  closesAt: 'Đóng',
  topics: 'Chuyên đề',
  states: {
    upcoming: 'Chưa mở',
    open: 'Đang nhận bài',
    late: 'Chỉ nhận bài muộn',
    closed: 'Đã đóng',
  } satisfies Record<CampaignState, string>,
}

const en: Words<typeof vi> = {
  title: 'Campaigns',
  create: 'Make one from the last',
  createFirst: 'Make a campaign',
  empty: 'There is no campaign yet.',
  name: 'Name',
  state: 'State',
  opensAt: 'Opens',
  dueAt: 'Due',
  closesAt: 'Closes',
  topics: 'Topics',
  states: { upcoming: 'Not open yet', open: 'Open', late: 'Late essays only', closed: 'Closed' },
}

export const WORDS = { vi, en }
export type CampaignsWords = Words<typeof vi>
