import type { Words } from '../../words.ts'

const vi = {
  title: 'Đề nghị gia hạn',
  back: 'Bài thu hoạch của tôi',
  lead: 'Cán bộ phụ trách của đơn vị đồng chí, hoặc của công đoàn cấp trên, sẽ xem và trả lời ở trang này.',
  due: 'Hạn nộp hiện nay',
  dueAt: 'Xin nộp đến ngày',
  dueAtHint: (time: string) => `Hạn mới là ${time} của ngày đó.`,
  dateNeeded: 'đồng chí hãy chọn một ngày',
  reasonNeeded: 'đồng chí hãy ghi lý do',
  reason: 'Lý do',
  reasonHint: 'Một hai câu là đủ, nhiều nhất 500 ký tự.',
  send: 'Gửi đề nghị',
  sent: 'Đã gửi đề nghị gia hạn. Trong khi chờ, đồng chí vẫn nộp bài được.',
  mine: 'Các đề nghị đã gửi',
  until: (moment: string) => `Xin nộp đến ${moment}`,
  sentAt: 'Gửi lúc',
  granted: (moment: string) => `Hạn nộp mới: ${moment}`,
  note: (text: string) => `Trả lời: ${text}`,
}

const en: Words<typeof vi> = {
  title: 'Ask for an extension',
  back: 'My essays',
  lead: 'The officer of your unit, or of the union above it, reads it and answers on this page.',
  due: 'Due now',
  dueAt: 'New date asked for',
  dueAtHint: time => `The new due time is ${time} of that day.`,
  dateNeeded: 'please choose a day',
  reasonNeeded: 'please say why',
  reason: 'Reason',
  reasonHint: 'One or two sentences will do, at most 500 characters.',
  send: 'Send the request',
  sent: 'The request is sent. You can still hand in meanwhile.',
  mine: 'What you asked for',
  until: moment => `Until ${moment}`,
  sentAt: 'Sent',
  granted: moment => `New due date: ${moment}`,
  note: text => `Answer: ${text}`,
}

export const WORDS = { vi, en }
export type AskExtensionWords = Words<typeof vi>
