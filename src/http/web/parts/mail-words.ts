import type { MailKind } from '../../../domain/mail-kind.ts'
import type { NoticeReason, NoticeState } from '../../../domain/notice.ts'
import type { Words } from '../words.ts'

const vi = {
  kind: {
    invitation: 'Mời viết bài, kèm liên kết đăng nhập',
    'before-due': 'Nhắc trước hạn',
    'due-day': 'Nhắc đúng ngày hết hạn',
    'after-due': 'Nhắc khi quá hạn',
    'last-call': 'Nhắc lần cuối trước khi đóng',
    reminder: 'Nhắc nộp bài',
    returned: 'Bài trả lại để viết lại',
    'extension-answer': 'Trả lời đề nghị gia hạn',
    receipt: 'Giấy xác nhận',
    digest: 'Tình hình nộp bài, gửi cán bộ phụ trách',
    'national-digest': 'Tình hình cả nước hằng tuần',
    'scheduled-report': 'Báo cáo lập tự động, gửi cán bộ phụ trách và báo cáo viên',
  } satisfies Record<MailKind, string>,
  state: {
    queued: 'Đang chờ gửi',
    sent: 'Đã gửi',
    bounced: 'Bị trả về',
    failed: 'Không gửi được',
    skipped: 'Không gửi',
  } satisfies Record<NoticeState, string>,
  reason: {
    exempt: 'đã được miễn viết',
    submitted: 'đã nộp đủ bài trước khi gửi',
    closed: 'đã hết thời gian nhận bài',
    'no-address': 'không có thư điện tử',
    withdrawn: 'bài đã rút',
    'switched-off': 'loại thư này đã tắt',
    gone: 'không còn trong danh sách',
    refused: 'máy chủ thư từ chối địa chỉ này',
    'number-refused': 'dịch vụ tin nhắn từ chối số này',
    unreachable: 'không gửi được trong cả một ngày thử lại',
    'returned-mail': 'hộp thư nơi nhận trả thư về',
    delayed: 'máy chủ nơi nhận báo thư đến chậm',
  } satisfies Record<NoticeReason, string>,
  byMessage: (phone: string) => `Tin nhắn tới ${phone}`,
}

const en: Words<typeof vi> = {
  kind: {
    invitation: 'Invitation with a sign-in link',
    'before-due': 'Reminder before the due date',
    'due-day': 'Reminder on the due day',
    'after-due': 'Reminder after the due date',
    'last-call': 'Last call before the closing',
    reminder: 'Reminder',
    returned: 'Essay returned for rewriting',
    'extension-answer': 'Answer to a request for extension',
    receipt: 'Receipt',
    digest: 'Digest for staff',
    'national-digest': 'Weekly national digest',
    'scheduled-report': 'Scheduled reports, for staff and trainers',
  },
  state: { queued: 'Waiting', sent: 'Sent', bounced: 'Came back', failed: 'Failed', skipped: 'Not sent' },
  reason: {
    exempt: 'exempt meanwhile',
    submitted: 'handed in everything before it was sent',
    closed: 'nothing would be taken any more',
    'no-address': 'no mail address',
    withdrawn: 'the essay was withdrawn',
    'switched-off': 'this kind is switched off',
    gone: 'not on the roster any more',
    refused: 'the mail server refuses this address',
    'number-refused': 'the gateway of messages refuses this number',
    unreachable: 'could not be sent in a day of trying',
    'returned-mail': 'the mailbox sent it back',
    delayed: 'the other mail server says that it is late',
  },
  byMessage: phone => `Message to ${phone}`,
}

/** What is said of mails wherever they are listed. */
export const MAIL_WORDS = { vi, en }
