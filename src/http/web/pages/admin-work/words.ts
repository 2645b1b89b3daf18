import type { WaveState } from '../../../../domain/wave.ts'
import type { DueWork } from '../../../../ports/due-work.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'Việc nền',
  queues: 'Hàng đợi',
  redisDown:
    'Redis không trả lời. Không mất việc nào: việc đến hạn nằm trong MongoDB và được xếp hàng lại khi Redis trở lại.',
  paused: {
    mail: (since: string, until: string) =>
      `Máy chủ thư không nhận thư nào từ ${since}. Thư tạm dừng, không mất thư nào; hệ thống thử lại lúc ${until} và tự gửi tiếp khi máy chủ trở lại.`,
    message: (since: string, until: string) =>
      `Dịch vụ tin nhắn không nhận tin nào từ ${since}. Tin nhắn tạm dừng, không mất tin nào; hệ thống thử lại lúc ${until}.`,
  },
  queue: 'Hàng đợi',
  waiting: 'Đang chờ',
  active: 'Đang làm',
  delayed: 'Hẹn giờ',
  names: { work: 'Việc', mail: 'Thư' },
  failures: 'Việc bị lỗi',
  noFailures: 'Không có việc nào bị lỗi trong 14 ngày qua.',
  job: 'Việc',
  reason: 'Lý do',
  at: 'Lúc',
  retry: 'Chạy lại',
  retryOf: (name: string) => `Chạy lại ${name}`,
  retried: 'Đã xếp hàng để chạy lại.',
  workers: 'Tiến trình nền',
  noWorkers: 'Không có tiến trình nền nào trong một giờ qua: thư, báo cáo và số liệu đang đứng yên.',
  alive: (span: string) => `hoạt động, ${span} trước`,
  silent: (span: string) => `im lặng đã ${span}`,
  due: 'Việc đến hạn, chưa xong',
  dueNames: {
    pendingReceipts: 'Giấy xác nhận chưa gửi đi',
    dueMails: 'Thư đã đến giờ gửi',
    queuedMails: 'Thư chưa gửi, tất cả',
    staleEnrolments: 'Cán bộ chờ đếm lại số liệu',
    retallies: 'Đợt học tập chờ tính lại',
    unplannedWaves: 'Đợt nhắc chưa viết xong thư',
    unfinishedReports: 'Báo cáo chưa lập xong',
    unboundPhotos: 'Ảnh chưa ghép thành PDF',
  } satisfies Record<keyof DueWork, string>,
  waves: 'Các đợt nhắc gần đây',
  noWaves: 'Chưa có đợt nhắc nào.',
  campaign: 'Đợt học tập',
  state: 'Trạng thái',
  sent: 'Đã gửi',
  queued: 'Chờ gửi',
  failed: 'Không gửi được',
  jobs: {
    'start-wave': 'Bắt đầu đợt nhắc',
    'plan-wave': 'Viết thư của đợt nhắc',
    'compile-report': 'Lập báo cáo',
    'compile-batched-report': 'Lập báo cáo (nhiều đơn vị)',
    'send-answers': 'Gửi thư trả lời',
    'send-reminders': 'Gửi thư nhắc',
    'send-messages': 'Gửi tin nhắn',
  },
  waveStates: {
    planning: 'Đang viết thư',
    sending: 'Đang gửi',
    done: 'Xong',
    stopped: 'Đã dừng',
  } satisfies Record<WaveState, string>,
}

const en: Words<typeof vi> = {
  title: 'Background work',
  queues: 'Queues',
  redisDown:
    'Redis does not answer. No work is lost: what is due stands in MongoDB and is queued again once Redis is back.',
  paused: {
    mail: (since, until) =>
      `The mail server has taken no mail since ${since}. Mails wait and none is lost; the next try is at ${until}, and they go out by themselves once it is back.`,
    message: (since, until) =>
      `The text message service has taken none since ${since}. Messages wait and none is lost; the next try is at ${until}.`,
  },
  queue: 'Queue',
  waiting: 'Waiting',
  active: 'Active',
  delayed: 'Delayed',
  names: { work: 'Work', mail: 'Mail' },
  failures: 'Failed jobs',
  noFailures: 'No job failed in the last 14 days.',
  job: 'Job',
  reason: 'Reason',
  at: 'At',
  retry: 'Try again',
  retryOf: name => `Try ${name} again`,
  retried: 'It was queued again.',
  workers: 'Workers',
  noWorkers: 'No worker has run within the last hour: mails, reports and figures stand still.',
  alive: span => `alive, ${span} ago`,
  silent: span => `silent for ${span}`,
  due: 'Due, not yet done',
  dueNames: {
    pendingReceipts: 'Receipts not yet mailed',
    dueMails: 'Mails due now',
    queuedMails: 'Mails not yet sent, in total',
    staleEnrolments: 'People waiting to be recounted',
    retallies: 'Campaigns waiting to be recounted',
    unplannedWaves: 'Waves whose mails are being written',
    unfinishedReports: 'Reports not yet compiled',
    unboundPhotos: 'Photos not yet bound into a PDF',
  },
  waves: 'Recent reminder waves',
  noWaves: 'No reminders have been sent yet.',
  campaign: 'Campaign',
  state: 'State',
  sent: 'Sent',
  queued: 'Queued',
  failed: 'Failed',
  jobs: {
    'start-wave': 'Start a wave',
    'plan-wave': 'Write the mails of a wave',
    'compile-report': 'Compile a report',
    'compile-batched-report': 'Compile a report (of many units)',
    'send-answers': 'Send answers',
    'send-reminders': 'Send reminders',
    'send-messages': 'Send text messages',
  },
  waveStates: { planning: 'Writing', sending: 'Sending', done: 'Done', stopped: 'Stopped' },
}

export const WORDS = { vi, en }
export type WorkWords = Words<typeof vi>
