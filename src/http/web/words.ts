import type { EnrolmentState } from '../../domain/completion.ts'
import type { TopicState } from '../../domain/essay.ts'
import type { RequestState } from '../../domain/extension-request.ts'
import type { Role } from '../../domain/permission.ts'

export type Language = 'vi' | 'en'

/** The shape of a Vietnamese catalogue, for its English twin: same keys, same parameters. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Words<T[K]>
}

const vi = {
  product: 'Thu Hoạch',
  skip: 'Đến nội dung chính',
  signOut: 'Đăng xuất',
  signIn: 'Đăng nhập',
  back: 'Quay lại',
  problemTitle: 'Chưa thực hiện được',
  /** Of these, what stands above and what to do next. */
  problem: {
    'not-found': {
      title: 'Không tìm thấy',
      next: 'Đồng chí hãy xem lại địa chỉ, hoặc đi tiếp từ trang đầu.',
    },
    forbidden: {
      title: 'Không có quyền',
      next: 'Nếu có tài khoản khác, đồng chí hãy đăng xuất rồi đăng nhập lại; nếu không, hãy hỏi cán bộ phụ trách.',
    },
  },
  problemSummary: 'Đồng chí hãy xem lại:',
  problemCode: 'Mã',
  home: 'Về trang đầu',
  tabs: {
    overview: 'Tổng quan',
    provinces: 'Các tỉnh',
    people: 'Ai chưa nộp',
    reading: 'Đọc bài',
    reminders: 'Nhắc nộp',
    extensions: 'Gia hạn',
    slips: 'Phiếu đăng nhập',
    reports: 'Báo cáo',
    gathering: 'Bài thu gom',
    roster: 'Danh sách',
    admin: 'Quản trị',
  },
  adminTabs: {
    home: 'Trang chính',
    campaigns: 'Đợt học tập',
    units: 'Đơn vị',
    accounts: 'Tài khoản',
    audit: 'Nhật ký',
    work: 'Việc nền',
    mail: 'Thư',
  },
  roles: {
    admin: 'Quản trị',
    staff: 'Cán bộ phụ trách',
    trainer: 'Báo cáo viên',
    cadre: 'Cán bộ viết bài',
  } satisfies Record<Role, string>,
  active: 'Đang dùng',
  disabled: 'Đang khoá',
  pages: 'Các trang của danh sách',
  nextPage: 'Trang sau',
  firstPage: 'Về trang đầu danh sách',
  unit: 'Đơn vị',
  show: 'Xem',
  topics: (numbers: string) => `chuyên đề ${numbers}`,
  allTopics: 'tất cả chuyên đề',
  atTimeOfDay: (time: string) => `Hạn mới là ${time} của ngày đó.`,
  essay: {
    missing: 'Chưa nộp',
    draft: 'Đang viết',
    submitted: 'Đã nhận',
    late: 'Nộp muộn',
    returned: 'Trả lại để viết lại',
    accepted: 'Đạt',
    withdrawn: 'Đã rút',
  } satisfies Record<TopicState, string>,
  enrolment: {
    exempt: 'Miễn viết',
    complete: 'Đủ bài',
    partial: 'Còn thiếu',
    nothing: 'Chưa nộp',
  } satisfies Record<EnrolmentState, string>,
  rewriteBy: (moment: string) => `Hạn nộp lại: ${moment}`,
  /** Of what was handed in without a file. */
  paper: 'Bản giấy',
  onPaper: 'bản giấy',
  typed: 'Bài viết trên trang',
  /** Of a request for extension. */
  request: {
    waiting: 'Đang chờ trả lời',
    approved: 'Đã đồng ý',
    refused: 'Không đồng ý',
  } satisfies Record<RequestState, string>,
  weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'].join('|'),
  onDay: (time: string, weekday: string, date: string) => `${time} ${weekday} ${date}`,
  left: (span: string) => `còn ${span}`,
  ago: (span: string) => `quá ${span}`,
  days: (n: number) => `${n} ngày`,
  hours: (n: number) => `${n} giờ`,
  minutes: (n: number) => `${n} phút`,
  moments: 'dưới 1 phút',
}

const en: Words<typeof vi> = {
  product: 'Thu Hoạch',
  skip: 'Skip to main content',
  signOut: 'Sign out',
  signIn: 'Sign in',
  back: 'Back',
  problemTitle: 'This could not be done',
  problem: {
    'not-found': { title: 'Not found', next: 'Check the address, or go on from the first page.' },
    forbidden: {
      title: 'Not allowed',
      next: 'If you have another account, sign out and sign in with it; otherwise ask the officer in charge.',
    },
  },
  problemSummary: 'Please look again at:',
  problemCode: 'Code',
  home: 'To the first page',
  tabs: {
    overview: 'Overview',
    provinces: 'Provinces',
    people: 'Who has not submitted',
    reading: 'Read essays',
    reminders: 'Reminders',
    extensions: 'Extensions',
    slips: 'Sign-in slips',
    reports: 'Reports',
    gathering: 'Collected essays',
    roster: 'Roster',
    admin: 'Administration',
  },
  adminTabs: {
    home: 'Start',
    campaigns: 'Campaigns',
    units: 'Units',
    accounts: 'Accounts',
    audit: 'Audit log',
    work: 'Background work',
    mail: 'Mail',
  },
  roles: { admin: 'Admin', staff: 'Staff', trainer: 'Trainer', cadre: 'Cadre' },
  active: 'Active',
  disabled: 'Disabled',
  pages: 'Pages of the list',
  nextPage: 'Next page',
  firstPage: 'To the first page of the list',
  unit: 'Unit',
  show: 'Show',
  topics: numbers => `${numbers.includes(',') ? 'topics' : 'topic'} ${numbers}`,
  allTopics: 'all topics',
  atTimeOfDay: time => `Due at ${time} of that day.`,
  essay: {
    missing: 'Not submitted',
    draft: 'Draft',
    submitted: 'Received',
    late: 'Late',
    returned: 'Returned for rewriting',
    accepted: 'Accepted',
    withdrawn: 'Withdrawn',
  },
  enrolment: { exempt: 'Exempt', complete: 'Complete', partial: 'Partial', nothing: 'Nothing yet' },
  rewriteBy: moment => `To be rewritten by ${moment}`,
  paper: 'On paper',
  onPaper: 'on paper',
  typed: 'Typed on the page',
  request: { waiting: 'Waiting for an answer', approved: 'Approved', refused: 'Refused' },
  weekdays: 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday',
  onDay: (time, weekday, date) => `${time}, ${weekday} ${date}`,
  left: span => `${span} left`,
  ago: span => `${span} ago`,
  days: n => `${n} ${n === 1 ? 'day' : 'days'}`,
  hours: n => `${n} ${n === 1 ? 'hour' : 'hours'}`,
  minutes: n => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
  moments: 'under a minute',
}

/** Words that more than one page uses. A page's own stand beside it, in its `words.ts`. */
export const SHARED = { vi, en }
export type SharedWords = Words<typeof vi>
