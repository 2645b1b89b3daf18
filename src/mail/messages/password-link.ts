import { type Letter, letter } from '../letter.ts'

/** Somebody has a new account, or an admin took his password away. */
export type PasswordLinkReason = 'invited' | 'reset'

interface PasswordLinkData {
  readonly reason: PasswordLinkReason
  readonly name: string
  readonly link: string
  readonly hours: number
}

const WORDS = {
  invited: {
    subject: 'Mời đồng chí vào hệ thống Thu Hoạch',
    lead: 'Đồng chí vừa được cấp một tài khoản trên hệ thống Thu Hoạch, nơi nộp và theo dõi bài thu hoạch của cán bộ công đoàn.',
  },
  reset: {
    subject: 'Đặt lại mật khẩu',
    lead: 'Mật khẩu của đồng chí trên hệ thống Thu Hoạch vừa được quản trị viên huỷ; mật khẩu cũ không còn dùng được.',
  },
} as const satisfies Record<PasswordLinkReason, object>

export const passwordLinkLetter = ({ reason, name, link, hours }: PasswordLinkData): Letter =>
  letter(WORDS[reason].subject, name, [
    WORDS[reason].lead,
    `Liên kết dưới đây dùng được một lần, trong ${hours} giờ, để đồng chí chọn mật khẩu và vào hệ thống.`,
    { href: link, label: 'Chọn mật khẩu', isButton: true },
    'Khi liên kết hết hiệu lực, đồng chí vào trang đăng nhập và chọn “Gửi liên kết đăng nhập”. Đồng chí không nên chuyển thư này cho người khác.',
  ])
