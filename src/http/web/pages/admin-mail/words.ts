import type { MailKind } from '../../../../domain/mail-kind.ts'
import type { NoticeState } from '../../../../domain/notice.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'Thư',
  test: 'Gửi thư thử',
  to: 'Gửi đến địa chỉ',
  send: 'Gửi thư thử',
  taken: (to: string) => `Máy chủ thư đã nhận thư gửi đến ${to}.`,
  refused: (to: string) => `Máy chủ thư không nhận thư gửi đến ${to}.`,
  answer: 'Máy chủ trả lời',
  today: 'Thư trong ngày',
  since: (time: string) => `Tính từ ${time}.`,
  none: 'Hôm nay chưa có thư nào.',
  kind: 'Loại thư',
  states: {
    queued: 'Đang chờ',
    sent: 'Đã gửi',
    bounced: 'Bị trả về',
    failed: 'Không gửi được',
    skipped: 'Không cần gửi',
  } satisfies Record<NoticeState, string>,
  kinds: {
    invitation: 'Mời nộp bài',
    'before-due': 'Nhắc trước hạn',
    'due-day': 'Nhắc ngày hết hạn',
    'after-due': 'Nhắc sau hạn',
    'last-call': 'Nhắc lần cuối',
    reminder: 'Nhắc theo yêu cầu',
    returned: 'Bài trả lại',
    'extension-answer': 'Trả lời đề nghị gia hạn',
    receipt: 'Giấy xác nhận',
    digest: 'Bản tổng hợp',
    'national-digest': 'Bản tổng hợp cả nước',
    'scheduled-report': 'Báo cáo lập tự động',
  } satisfies Record<MailKind, string>,
}

const en: Words<typeof vi> = {
  title: 'Mail',
  test: 'Send a test mail',
  to: 'To the address',
  send: 'Send a test mail',
  taken: to => `The mail server took the mail to ${to}.`,
  refused: to => `The mail server did not take the mail to ${to}.`,
  answer: 'Its answer',
  today: 'Today’s mails',
  since: time => `Since ${time}.`,
  none: 'No mail has been sent today yet.',
  kind: 'Kind',
  states: { queued: 'Queued', sent: 'Sent', bounced: 'Came back', failed: 'Failed', skipped: 'Not needed' },
  kinds: {
    invitation: 'Invitations',
    'before-due': 'Before the due date',
    'due-day': 'On the due day',
    'after-due': 'After the due date',
    'last-call': 'Last calls',
    reminder: 'Reminders by hand',
    returned: 'Returned essays',
    'extension-answer': 'Answers to requests',
    receipt: 'Receipts',
    digest: 'Digests',
    'national-digest': 'National digests',
    'scheduled-report': 'Scheduled reports',
  },
}

export const WORDS = { vi, en }
export type MailWords = Words<typeof vi>
