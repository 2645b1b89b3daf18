import type { Words } from '../../words.ts'

const vi = {
  title: 'Bài thu hoạch của tôi',
  complete: (count: number, of: number) => `Đã nhận ${count}/${of} chuyên đề. Đồng chí đã nộp đủ bài.`,
  exempt: (reason: string) => `Đồng chí được miễn viết bài thu hoạch (${reason}).`,
  owes: (count: number, of: number) => `Đã nhận ${of - count}/${of} chuyên đề, còn thiếu ${count}.`,
  due: 'Hạn nộp',
  lateUntil: (date: string) => `Sau hạn nộp vẫn nhận bài nộp muộn đến ${date}.`,
  topic: (n: number) => `Chuyên đề ${n}`,
  receivedAt: (moment: string) => `Nhận lúc ${moment}`,
  version: (n: number) => `bản nộp lần ${n}`,
  handIn: 'Nộp bài',
  tasks: 'Các chuyên đề',
  askExtension: 'Đề nghị gia hạn',
  contact: 'Đổi thư điện tử, điện thoại của tôi',
}

const en: Words<typeof vi> = {
  title: 'My essays',
  complete: (count, of) => `${count} of ${of} topics received. You have handed in everything.`,
  exempt: reason => `You are exempt from writing (${reason}).`,
  owes: (count, of) => `${of - count} of ${of} topics received, ${count} missing.`,
  due: 'Due',
  lateUntil: date => `Late essays are taken until ${date}.`,
  topic: n => `Topic ${n}`,
  receivedAt: moment => `Received ${moment}`,
  version: n => `version ${n}`,
  handIn: 'Hand in',
  tasks: 'The topics',
  askExtension: 'Ask for an extension',
  contact: 'Change my mail address or phone',
}

export const WORDS = { vi, en }
export type MyEssaysWords = Words<typeof vi>
