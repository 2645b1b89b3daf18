import type { Words } from '../../words.ts'

const vi = {
  title: 'Đăng nhập',
  lead: 'Nộp và theo dõi bài thu hoạch của cán bộ công đoàn.',
  login: 'Thư điện tử hoặc tên đăng nhập',
  password: 'Mật khẩu',
  linkTitle: 'Chưa có hoặc quên mật khẩu',
  linkHint: 'Chúng tôi gửi một liên kết vào hộp thư của đồng chí. Liên kết dùng được một lần, trong 10 phút.',
  linkSend: 'Gửi liên kết đăng nhập',
  slipTitle: 'Có phiếu đăng nhập',
  code: 'Mã trên phiếu',
  codeHint: 'Quét mã QR trên phiếu bằng máy ảnh của điện thoại, hoặc nhập 16 ký tự in bên cạnh.',
  codeSend: 'Đăng nhập bằng phiếu',
  check: 'Kiểm tra giấy xác nhận',
  sentTitle: 'Đồng chí hãy mở hộp thư',
  sent: (login: string) =>
    `Nếu “${login}” có trong danh sách cán bộ, thư sẽ đến trong ít phút. Hãy mở thư trên chính máy này và bấm vào liên kết.`,
  notArrived: 'Thư chưa đến? Hãy xem mục thư rác, hoặc hỏi cán bộ phụ trách của đơn vị.',
  openTitle: 'Mở trang của đồng chí',
  openLead: 'Liên kết này dùng được một lần. Bấm nút dưới đây để vào.',
  open: 'Vào trang của tôi',
}

const en: Words<typeof vi> = {
  title: 'Sign in',
  lead: 'Hand in and follow the reflection essays of union cadres.',
  login: 'E-mail or login',
  password: 'Password',
  linkTitle: 'No password, or forgotten',
  linkHint: 'We send a link to your mailbox. It works once, for 10 minutes.',
  linkSend: 'Send a sign-in link',
  slipTitle: 'With a sign-in slip',
  code: 'Code on the slip',
  codeHint: 'Scan the QR code of the slip with your phone, or type the 16 characters printed beside it.',
  codeSend: 'Sign in with the slip',
  check: 'Check a receipt',
  sentTitle: 'Please open your mailbox',
  sent: login =>
    `If “${login}” stands in a roster, the mail arrives within minutes. Open it on this device and follow the link.`,
  notArrived: 'Nothing there? Look into the spam folder, or ask the officer of your unit.',
  openTitle: 'Open your page',
  openLead: 'This link works once. Press the button to enter.',
  open: 'Go to my page',
}

export const WORDS = { vi, en }
export type SignInWords = Words<typeof vi>
