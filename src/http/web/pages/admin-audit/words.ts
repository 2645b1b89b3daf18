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
  empty: 'Không có việc nào như vậy. Đồng chí thử bớt bộ lọc.',
  at: 'Lúc',
  person: 'Người',
  details: 'Chi tiết',
}

const en: Words<typeof vi> = {
  title: 'Audit log',
  who: 'Who, by name or login',
  action: 'Action',
  anything: 'Every action',
  unit: 'Unit code, units below included',
  target: 'Object',
  since: 'From',
  until: 'Until the end of',
  filter: 'Filter',
  clear: 'Clear the filter',
  csv: 'Download as a table (CSV)',
  empty: 'Nothing matches. Try fewer filters.',
  at: 'Time',
  person: 'Who',
  details: 'Details',
}

export const WORDS = { vi, en }
export type AuditWords = Words<typeof vi>
