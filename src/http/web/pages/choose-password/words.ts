import { PASSWORD_LENGTH } from '../../../../domain/login.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'Chọn mật khẩu',
  lead: 'Liên kết này dùng được một lần. Đồng chí chọn mật khẩu cho mình rồi vào hệ thống.',
  password: 'Mật khẩu mới',
  hint: `Ít nhất ${PASSWORD_LENGTH.least} ký tự. Bỏ trống nếu đồng chí muốn mỗi lần đăng nhập bằng liên kết gửi vào hộp thư.`,
  enter: 'Lưu và vào hệ thống',
}

const en: Words<typeof vi> = {
  title: 'Choose a password',
  lead: 'This link works once. Choose a password of your own and enter.',
  password: 'New password',
  hint: `At least ${PASSWORD_LENGTH.least} characters. Leave it empty to sign in by a mailed link each time.`,
  enter: 'Save and enter',
}

export const WORDS = { vi, en }
export type ChoosePasswordWords = Words<typeof vi>
