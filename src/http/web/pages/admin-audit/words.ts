import type { Words } from '../../words.ts'

const vi = {
  title: 'Nhật ký',
  who: 'Ai, theo tên hoặc tên đăng nhập',
  action: 'Việc',
  anything: 'Mọi việc',
  unit: 'Mã đơn vị, cả các đơn vị bên dưới',
  target: 'Đối tượng',
  since: 'Từ ngày',
  until: 'Đến hết ngày',
  filter: 'Lọc',
  clear: 'Bỏ lọc',
  csv: 'Tải về dạng bảng (CSV)',
  empty: 'Không có việc nào như vậy.',
  at: 'Lúc',
  person: 'Người',
  details: 'Chi tiết',
}

const en: Words<typeof vi> = {
  title: 'Audit log',
  who: 'Who, by name or login',
  action: 'What',
  anything: 'Anything',
  unit: 'Code of the unit, all below included',
  target: 'Done to',
  since: 'From',
  until: 'To the end of',
  filter: 'Filter',
  clear: 'Without filter',
  csv: 'Download as a table (CSV)',
  empty: 'There is nothing like that.',
  at: 'At',
  person: 'Who',
  details: 'Details',
}

export const WORDS = { vi, en }
export type AuditWords = Words<typeof vi>
