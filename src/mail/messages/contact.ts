import { type Letter, letter } from '../letter.ts'

export const confirmEmailLetter = ({
  name,
  link,
  minutes,
}: {
  readonly name: string
  readonly link: string
  readonly minutes: number
}): Letter =>
  letter('Xác nhận thư điện tử mới', name, [
    `Đồng chí vừa đề nghị nhận thư của hệ thống Thu Hoạch tại địa chỉ này. Liên kết dưới đây dùng được một lần, trong ${minutes} phút.`,
    { href: link, label: 'Xác nhận địa chỉ này', isButton: true },
    'Nếu đồng chí không đề nghị, xin bỏ qua thư này: địa chỉ cũ vẫn được giữ nguyên.',
  ])

export const emailChangedLetter = ({
  name,
  email,
}: {
  readonly name: string
  readonly email: string
}): Letter =>
  letter('Đã đổi thư điện tử', name, [
    `Từ nay thư của hệ thống Thu Hoạch được gửi đến ${email}, không gửi đến địa chỉ này nữa.`,
    'Nếu đồng chí không đổi, xin báo ngay cho công đoàn cấp trên của đồng chí.',
  ])
