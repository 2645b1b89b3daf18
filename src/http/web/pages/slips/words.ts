import type { SlipChoice } from '../../../../domain/slip.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'Phiếu đăng nhập',
  lead: 'Phiếu in mã QR của riêng từng người, dùng một lần để đăng nhập và nộp bài khi không có thư điện tử. Phiếu hết hiệu lực khi đợt học tập đóng.',
  sums: 'Số phiếu của đơn vị',
  people: 'cán bộ phải viết',
  withoutMail: 'không có thư điện tử',
  none: 'chưa có phiếu',
  unused: 'đã cấp, chưa dùng',
  used: 'đã dùng',
  expired: 'hết hiệu lực',
  print: (n: string) => `In ${n} phiếu`,
  choices: {
    'no-mail': 'Người không có thư điện tử',
    'no-slip': 'Tất cả người chưa có phiếu',
    unused: 'In lại các phiếu chưa dùng',
  } satisfies Record<SlipChoice, string>,
  about: {
    'no-mail': 'Những người chưa có phiếu và cũng không nhận được liên kết đăng nhập qua thư.',
    'no-slip': 'Cả những người có thư điện tử.',
    unused: 'Dùng khi phiếu bị thất lạc hoặc in hỏng: phiếu cũ của những người này không dùng được nữa.',
  } satisfies Record<SlipChoice, string>,
  nobody: 'Không có ai.',
  most: (n: string) => `Mỗi lần in nhiều nhất ${n} phiếu; in xong, đồng chí bấm lần nữa để in tiếp.`,
  single: 'Cấp phiếu cho một người: mở trang của người đó từ danh sách.',
  toPeople: 'Mở danh sách',
  empty: 'Đơn vị chưa có cán bộ nào phải viết bài.',

  oneTitle: (name: string) => `Cấp phiếu đăng nhập cho ${name}`,
  oneLead:
    'Phiếu hiện ra một lần để in. Ai cầm phiếu đều vào được trang của đồng chí này, nên hãy giao tận tay.',
  oneAgain: 'Phiếu đã cấp trước đây không dùng được nữa.',
  onePrint: 'Hiện phiếu để in',
  leave: 'Để sau',

  sheetTitle: (n: string) => `${n} phiếu đăng nhập`,
  once: 'Mã trên phiếu chỉ hiện lần này, hệ thống không giữ lại. Đồng chí hãy in ngay, trước khi rời trang.',
  perSheet: 'Khổ A4, mỗi tờ 8 phiếu; cắt theo đường kẻ và giao tận tay từng người.',
  printNow: 'In phiếu',
  back: 'Phiếu đăng nhập',
  slipOf: (name: string) => `Phiếu đăng nhập của ${name}`,
  step1: 'Dùng điện thoại quét mã này, rồi bấm “Vào trang của tôi”.',
  step2: (address: string) => `Hoặc mở ${address}, nhập mã:`,
  once1: 'Dùng một lần, của riêng đồng chí.',
  fileName: 'Gửi tệp qua đơn vị: ghi vào tên tệp',
  until: (moment: string) => `Dùng đến ${moment}.`,
  qr: (name: string) => `Mã QR đăng nhập của ${name}`,
}

const en: Words<typeof vi> = {
  title: 'Sign-in slips',
  lead: 'A slip carries a QR code of one person, good for signing in once and handing in without e-mail. Slips end when the campaign closes.',
  sums: 'Slips of the unit',
  people: 'cadres who owe essays',
  withoutMail: 'without e-mail',
  none: 'without a slip',
  unused: 'issued, not used',
  used: 'used',
  expired: 'expired',
  print: n => (n === '1' ? 'Print 1 slip' : `Print ${n} slips`),
  choices: {
    'no-mail': 'Those without e-mail',
    'no-slip': 'All who have no slip',
    unused: 'Anew for slips not used',
  },
  about: {
    'no-mail': 'Who have no slip yet and cannot get a sign-in link by mail either.',
    'no-slip': 'Also those who have e-mail.',
    unused: 'For slips that were lost or misprinted: the old ones of these people open no more.',
  },
  nobody: 'Nobody.',
  most: n => `At most ${n} slips at once; press again for the rest.`,
  single: 'For one person, open their page from the list.',
  toPeople: 'Open the list',
  empty: 'There is nobody in this unit who has to write.',

  oneTitle: name => `Sign-in slip for ${name}`,
  oneLead:
    'The slip is shown once, to be printed. Whoever holds it can enter the page of this person: hand it over in person.',
  oneAgain: 'The slip issued before opens no more.',
  onePrint: 'Show the slip',
  leave: 'Not now',

  sheetTitle: n => (n === '1' ? '1 sign-in slip' : `${n} sign-in slips`),
  once: 'The codes are shown only now and are not kept. Print before you leave the page.',
  perSheet: 'A4, eight a sheet; cut along the lines and hand them over in person.',
  printNow: 'Print',
  back: 'Sign-in slips',
  slipOf: name => `Sign-in slip of ${name}`,
  step1: 'Scan this code with a phone, then press “Go to my page”.',
  step2: address => `Or open ${address} and type:`,
  once1: 'Works once, for you alone.',
  fileName: 'If your unit collects files, name yours',
  until: moment => `Until ${moment}.`,
  qr: name => `QR code to sign in ${name}`,
}

export const WORDS = { vi, en }
export type SlipWords = Words<typeof vi>
