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
  usual: 'Để trống thì dùng lời thường lệ.',
  paragraphs: 'Để trống thì dùng lời thường lệ; dòng trống ngăn các đoạn.',
  tooLong: 'Dài quá, hãy rút gọn.',
  save: 'Lưu',
  look: 'Xem thử',
  preview: 'Thư mẫu',
  previewLead: 'Như một người chưa nộp đủ bài sẽ đọc.',
  saved: 'Đã lưu nội dung thư.',
}

const en: Words<typeof vi> = {
  title: 'Words of the mails',
  back: 'The campaign',
  lead: 'Each kind of mail may have words of the campaign’s own. The missing topics, everybody’s own due date and his way in are always in it.',
  fields:
    'These are put in for each reader: {name}, {unit}, {campaign}, {topics} that are missing, {dueAt} his own due date, {closesAt} when nothing is taken any more.',
  which: 'Kind and language',
  kind: 'Kind of mail',
  mailLanguage: 'Language of the mail',
  languages: { vi: 'Vietnamese', en: 'English' },
  show: 'Open this one',
  subject: 'Subject',
  opening: 'Opening',
  closing: 'Closing',
  usual: 'Left empty, the usual words are used.',
  paragraphs: 'Left empty, the usual words are used; an empty line begins a paragraph.',
  tooLong: 'Too long; make it shorter.',
  save: 'Save',
  look: 'Preview',
  preview: 'Sample mail',
  previewLead: 'As somebody who still owes essays would read it.',
  saved: 'The words are saved.',
}

export type MailTextsWords = typeof vi
export const WORDS = { vi, en } as const
