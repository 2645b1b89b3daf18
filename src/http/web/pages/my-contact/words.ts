import type { Words } from '../../words.ts'

const vi = {
  title: 'Thông tin liên hệ của tôi',
  lead: 'Hệ thống gửi giấy xác nhận, thư nhắc và liên kết đăng nhập đến địa chỉ này.',
  email: 'Thư điện tử',
  present: (email: string) => `Đang dùng: ${email}.`,
  none: 'Chưa có địa chỉ nào.',
  emailNew: 'Thư điện tử mới',
  emailHint: 'Địa chỉ chỉ đổi sau khi đồng chí mở thư gửi đến đó và xác nhận.',
  emailSend: 'Gửi thư xác nhận',
  emailSent: (email: string, minutes: number) =>
    `Đã gửi thư xác nhận đến ${email}. Liên kết trong thư dùng được trong ${minutes} phút; địa chỉ cũ được giữ cho đến lúc đó.`,
  phone: 'Điện thoại',
  phoneNumber: 'Số điện thoại',
  phoneHint: 'Để trống nếu đồng chí không muốn đơn vị gọi điện.',
  phoneSave: 'Lưu số điện thoại',
  phoneSaved: 'Đã lưu số điện thoại.',
  confirmTitle: 'Xác nhận thư điện tử mới',
  confirmLead: 'Bấm nút dưới đây để nhận thư của hệ thống Thu Hoạch tại địa chỉ này.',
  confirm: 'Xác nhận địa chỉ này',
  confirmed: 'Đã đổi thư điện tử',
  confirmedLead: (email: string) => `Từ nay thư của hệ thống được gửi đến ${email}.`,
  back: 'Về trang đầu',
}

const en: Words<typeof vi> = {
  title: 'How I am reached',
  lead: 'Receipts, reminders and sign-in links are sent to this address.',
  email: 'Mail address',
  present: email => `At present: ${email}.`,
  none: 'There is none yet.',
  emailNew: 'New mail address',
  emailHint: 'It changes only once you open the mail that is sent there, and confirm it.',
  emailSend: 'Send the mail',
  emailSent: (email, minutes) =>
    `A mail was sent to ${email}. Its link works for ${minutes} minutes; the old address is kept until then.`,
  phone: 'Phone',
  phoneNumber: 'Phone number',
  phoneHint: 'Leave it empty if your unit is not to call you.',
  phoneSave: 'Save the number',
  phoneSaved: 'The phone number was saved.',
  confirmTitle: 'Confirm the new mail address',
  confirmLead: 'Press the button to get the mails of Thu Hoạch at this address.',
  confirm: 'Confirm this address',
  confirmed: 'The mail address was changed',
  confirmedLead: email => `Mails are sent to ${email} from now on.`,
  back: 'To the first page',
}

export const WORDS = { vi, en }
export type MyContactWords = Words<typeof vi>
