import type { Words } from '../../words.ts'

const vi = {
  back: 'Bài thu hoạch của tôi',
  topic: (n: number) => `Chuyên đề ${n}`,
  due: 'Hạn nộp',
  handIn: 'Nộp bài',
  replace: 'Nộp bản khác',
  write: 'Viết bài trên trang này',
  goOnWriting: 'Viết tiếp bản nháp',
  withdraw: 'Rút bài',
  versions: 'Các bản nộp',
  none: 'Chưa có bản nộp nào cho chuyên đề này.',
  version: (n: number) => `Bản nộp lần ${n}`,
  newest: 'bản đang tính',
  onTime: 'đúng hạn',
  late: (span: string) => `nộp muộn ${span}`,
  onBehalf: 'đơn vị nộp thay',
  byUnit: 'đơn vị ghi nhận',
  receipt: 'Giấy xác nhận',
  download: 'Tải về',
  binding: 'Đang đóng các ảnh thành một tệp PDF. Bài đã được nhận đủ; đồng chí tải lại trang sau ít giây.',
  originals: 'Ảnh gốc:',
  original: 'Ảnh gốc',
  page: (n: number) => `trang ${n}`,
  downloadOf: (n: number) => `bản nộp lần ${n}`,
  withdrawnAt: (moment: string) => `Đã rút lúc ${moment}`,
  withdrawTitle: (n: number) => `Rút bài chuyên đề ${n}`,
  withdrawLead: (n: number, moment: string) =>
    `Bản nộp lần ${n}, nhận ${moment}, sẽ không còn được tính: đồng chí lại thiếu chuyên đề này.`,
  withdrawKept:
    'Bản đã rút vẫn được lưu cùng giấy xác nhận. Đồng chí có thể nộp bản mới bất cứ lúc nào trước khi đóng đợt.',
  withdrawUntil: (moment: string) => `Chỉ rút được đến hết hạn nộp: ${moment}. Nộp sau hạn là nộp muộn.`,
  keep: 'Giữ bài',
  withdrawn: (n: number) => `Đã rút bài chuyên đề ${n}.`,
}

const en: Words<typeof vi> = {
  back: 'My essays',
  topic: n => `Topic ${n}`,
  due: 'Due',
  handIn: 'Hand in',
  replace: 'Hand in another version',
  write: 'Write it on this page',
  goOnWriting: 'Go on writing the draft',
  withdraw: 'Withdraw',
  versions: 'Versions',
  none: 'Nothing has been handed in for this topic.',
  version: n => `Version ${n}`,
  newest: 'the one that counts',
  onTime: 'on time',
  late: span => `${span} late`,
  onBehalf: 'handed in by the unit',
  byUnit: 'written down by the unit',
  receipt: 'Receipt',
  download: 'Download',
  binding:
    'The photos are being bound into one PDF. All of them were received; reload the page in a few seconds.',
  originals: 'Photos:',
  original: 'Photo of',
  page: n => `page ${n}`,
  downloadOf: n => `version ${n}`,
  withdrawnAt: moment => `Withdrawn at ${moment}`,
  withdrawTitle: n => `Withdraw the essay of topic ${n}`,
  withdrawLead: (n, moment) =>
    `Version ${n}, received ${moment}, will not count any more: you will owe this topic again.`,
  withdrawKept:
    'What was withdrawn is kept with its receipt. You can hand in a new version until the campaign closes.',
  withdrawUntil: moment => `It can be withdrawn until the due date: ${moment}. What comes later is late.`,
  keep: 'Keep it',
  withdrawn: n => `The essay of topic ${n} was withdrawn.`,
}

export const WORDS = { vi, en }
export type MyTopicWords = Words<typeof vi>
