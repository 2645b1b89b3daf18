import type { Words } from '../../words.ts'

const vi = {
  title: 'Quản trị',
  campaign: 'Đợt học tập hiện nay',
  noCampaign: 'Chưa có đợt học tập nào. Bước đầu tiên là tạo một đợt.',
  makeCampaign: 'Tạo đợt học tập',
  due: 'Hạn nộp',
  closes: 'Thời điểm đóng',
  overview: 'Xem tổng quan cả nước',
  owing: 'Xem ai chưa nộp',
  people: 'cán bộ',
  submitted: 'bài đã nộp',
  missing: 'bài chưa nộp',
  percent: 'đã nộp',
  work: 'Việc quản trị',
  lead: {
    campaigns: 'Tạo đợt từ đợt trước, đổi ngày, chuyên đề, tệp được nhận và lịch nhắc.',
    units: 'Tìm, thêm, đổi tên, nhập và tách đơn vị.',
    accounts: 'Mời, giao quyền, khoá, đặt lại mật khẩu.',
    audit: 'Ai đã làm gì, lúc nào; tải về dạng bảng.',
    work: 'Hàng đợi, việc bị lỗi, các đợt nhắc.',
    mail: 'Gửi thư thử, thư trong ngày.',
  },
}

const en: Words<typeof vi> = {
  title: 'Administration',
  campaign: 'Current campaign',
  noCampaign: 'There is no campaign yet. Create one first.',
  makeCampaign: 'Create a campaign',
  due: 'Due',
  closes: 'Closes',
  overview: 'See the whole country',
  owing: 'See who has not submitted',
  people: 'people',
  submitted: 'essays received',
  missing: 'essays missing',
  percent: 'received',
  work: 'What there is to administer',
  lead: {
    campaigns: 'Create one from the last; change dates, topics, accepted files and reminders.',
    units: 'Find, add, rename, merge and split units.',
    accounts: 'Invite, grant, disable, reset passwords.',
    audit: 'Who did what and when; download it as a table.',
    work: 'Queues, failed jobs, reminder waves.',
    mail: 'Send a test mail; see the mails of today.',
  },
}

export const WORDS = { vi, en }
export type AdminHomeWords = Words<typeof vi>
