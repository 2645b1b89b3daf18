import type { Words } from '../../words.ts'

const vi = {
  title: 'Nội dung thư nhắc',
  back: 'Đợt học tập',
  lead: 'Mỗi loại thư có thể mang lời riêng của đợt. Chuyên đề còn thiếu, hạn nộp của từng người và liên kết đăng nhập luôn có trong thư.',
  fields:
    'Chỗ điền được thay bằng thông tin của người nhận: {name} họ tên, {unit} đơn vị, {campaign} tên đợt, {topics} chuyên đề còn thiếu, {dueAt} hạn nộp của người ấy, {closesAt} lúc ngừng nhận bài.',
  which: 'Loại thư và ngôn ngữ',
  kind: 'Loại thư',
  mailLanguage: 'Ngôn ngữ của thư',
  languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh' },
  show: 'Mở loại thư này',
  subject: 'Tiêu đề',
  opening: 'Lời mở đầu',
  closing: 'Lời kết',
  usual: (words: string) => `Để trống thì dùng lời thường lệ: “${words}”`,
  nothing: 'Lời thường lệ không có phần này.',
  paragraphs: 'Dòng trống ngăn các đoạn.',
  tooLong: 'Dài quá, hãy rút gọn.',
  save: 'Lưu',
  look: 'Xem thử',
  preview: 'Thư mẫu',
  previewLead: 'Như một người chưa nộp đủ bài sẽ đọc.',
  saved: 'Đã lưu nội dung thư.',
}

const en: Words<typeof vi> = {
  title: 'Texts of the mails',
  back: 'The campaign',
  lead: 'Each kind of mail may have texts of this campaign’s own. The missing topics, the reader’s due date and the sign-in link are always included.',
  fields:
    'Filled in for each reader: {name}, {unit}, {campaign}, the missing {topics}, the reader’s due date {dueAt}, and {closesAt}, after which nothing is accepted.',
  which: 'Kind and language',
  kind: 'Kind of mail',
  mailLanguage: 'Language of the mail',
  languages: { vi: 'Vietnamese', en: 'English' },
  show: 'Open',
  subject: 'Subject',
  opening: 'Opening',
  closing: 'Closing',
  usual: words => `Leave empty for the usual text: “${words}”`,
  nothing: 'The usual text has no such part.',
  paragraphs: 'An empty line begins a paragraph.',
  tooLong: 'Too long; please shorten it.',
  save: 'Save',
  look: 'Preview',
  preview: 'Sample mail',
  previewLead: 'As somebody who still owes essays will read it.',
  saved: 'The texts were saved.',
}

export type MailTextsWords = typeof vi
export const WORDS = { vi, en } as const
