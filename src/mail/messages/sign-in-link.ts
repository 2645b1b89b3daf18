import type { Mail } from '../../ports/mailer.ts'

interface SignInLinkData {
  readonly name: string
  readonly link: string
  readonly minutes: number
}

const escape = (text: string): string => text.replaceAll(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)

export const signInLinkMail = ({ name, link, minutes }: SignInLinkData): Omit<Mail, 'to'> => {
  const greeting = `Kính gửi đồng chí ${name},`
  const request = `Đồng chí vừa yêu cầu đăng nhập hệ thống Thu Hoạch. Liên kết dưới đây dùng được một lần, trong ${minutes} phút:`
  const warning =
    'Nếu đồng chí không yêu cầu, xin bỏ qua thư này; không ai đăng nhập được khi chưa mở liên kết. Đồng chí đừng chuyển thư cho người khác.'
  return {
    subject: 'Liên kết đăng nhập Thu Hoạch',
    text: [greeting, request, link, warning].join('\n\n'),
    html: [
      `<p>${escape(greeting)}</p>`,
      `<p>${escape(request)}</p>`,
      `<p><a href="${escape(link)}">Đăng nhập Thu Hoạch</a><br>${escape(link)}</p>`,
      `<p>${escape(warning)}</p>`,
    ].join('\n'),
  }
}
