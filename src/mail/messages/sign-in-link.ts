import { type Letter, letter } from '../letter.ts'

interface SignInLinkData {
  readonly name: string
  readonly link: string
  readonly minutes: number
}

export const signInLinkLetter = ({ name, link, minutes }: SignInLinkData): Letter =>
  letter('Liên kết đăng nhập', name, [
    `Đồng chí vừa yêu cầu đăng nhập hệ thống Thu Hoạch. Liên kết dưới đây dùng được một lần, trong ${minutes} phút.`,
    { href: link, label: 'Đăng nhập', isButton: true },
    'Nếu đồng chí không yêu cầu, xin bỏ qua thư này. Đồng chí không nên chuyển thư cho người khác: ai mở liên kết sẽ đăng nhập bằng tên của đồng chí.',
  ])
