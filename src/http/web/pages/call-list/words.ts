import type { Words } from '../../words.ts'

const vi = {
  title: 'Danh sách gọi điện',
  back: 'Ai chưa nộp',
  lead: 'Những người còn thiếu bài mà thư không đến được: chưa có địa chỉ thư, hoặc thư gửi gần nhất bị trả về.',
  count: (n: string) => `${n} người cần gọi điện.`,
  name: 'Họ và tên',
  owed: 'Còn thiếu',
  phone: 'Điện thoại',
  why: 'Vì sao gọi',
  noAddress: 'Không có địa chỉ thư',
  failed: (email: string) => `Thư tới ${email} không đến`,
  noPhone: 'Chưa có số điện thoại',
  call: (name: string) => `Gọi ${name}`,
  print: 'In danh sách',
  nobody: 'Không có ai cần gọi điện: mọi người còn thiếu bài đều nhận được thư.',
  seeList: 'Xem ai chưa nộp',
  cut: 'Danh sách quá dài nên chỉ hiện phần đầu; đồng chí hãy chọn một đơn vị bên dưới để xem hết.',
  printed: (unit: string, moment: string) => `${unit}, in lúc ${moment}`,
}

const en: Words<typeof vi> = {
  title: 'Call list',
  back: 'Who has not submitted',
  lead: 'Those who owe an essay and whom mail does not reach: without an address, or whose last mail came back.',
  count: n => `${n === '1' ? '1 person' : `${n} people`} to call.`,
  name: 'Name',
  owed: 'Owes',
  phone: 'Phone',
  why: 'Why',
  noAddress: 'No mail address',
  failed: email => `Mail to ${email} did not arrive`,
  noPhone: 'No phone number',
  call: name => `Call ${name}`,
  print: 'Print the list',
  nobody: 'Nobody to call: everybody who owes an essay gets their mail.',
  seeList: 'See who has not submitted',
  cut: 'The list is too long, only its beginning is shown; choose a unit below to see all of it.',
  printed: (unit, moment) => `${unit}, printed ${moment}`,
}

export const WORDS = { vi, en }
export type CallListWords = Words<typeof vi>
