import type { Words } from '../../words.ts'

const vi = {
  title: 'Các tỉnh và báo cáo',
  asOf: (moment: string) => `Số liệu tính đến ${moment}.`,
  lead: (done: string, of: string) => `${done}/${of} đơn vị đã có báo cáo tổng hợp.`,
  all: (files: string, size: string) => `Tải tất cả báo cáo mới nhất (${files} tệp, ${size})`,
  none: (mayCompile: boolean) =>
    mayCompile
      ? 'Chưa có đơn vị nào có báo cáo.'
      : 'Chưa có đơn vị nào có báo cáo. Báo cáo do cán bộ của đơn vị lập; lập xong sẽ hiện ở đây.',
  compileAll: 'Lập báo cáo của tất cả đơn vị',
  empty: 'Đồng chí chưa được giao đơn vị nào. Quản trị viên giao đơn vị cho tài khoản của đồng chí.',
  table: 'Các đơn vị',
  unit: 'Đơn vị',
  expected: 'Phải nộp',
  submitted: 'Đã nộp',
  missing: 'Chưa nộp',
  percent: 'Tỷ lệ',
  report: 'Báo cáo mới nhất',
  noReport: 'Chưa có',
  cutoff: 'Số liệu đến',
  read: 'Đọc bài',
  readOf: (unit: string) => `của ${unit}`,
  sum: 'Cộng',
}

const en: Words<typeof vi> = {
  title: 'Provinces and reports',
  asOf: moment => `Figures as of ${moment}.`,
  lead: (done, of) => `${done} of ${of} units have a report.`,
  all: (files, size) => `Download all newest reports (${files} files, ${size})`,
  none: mayCompile =>
    mayCompile
      ? 'No unit has a report yet.'
      : 'No unit has a report yet. Reports are compiled by the staff of a unit and appear here.',
  compileAll: 'Compile the reports of all units',
  empty: 'No unit has been given to you yet. An administrator gives units to your account.',
  table: 'Units',
  unit: 'Unit',
  expected: 'Expected',
  submitted: 'Received',
  missing: 'Missing',
  percent: 'Share',
  report: 'Newest report',
  noReport: 'None yet',
  cutoff: 'Figures up to',
  read: 'Read essays',
  readOf: unit => `of ${unit}`,
  sum: 'Total',
}

export const WORDS = { vi, en }
export type ProvincesWords = Words<typeof vi>
