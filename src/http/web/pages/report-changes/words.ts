import { CHANGE_WORDS } from '../../../../reports/comparison.ts'
import type { Words } from '../../words.ts'

const vi = {
  title: 'So sánh hai báo cáo',
  of: (unit: string) => `So sánh hai báo cáo của ${unit}`,
  back: 'Báo cáo tổng hợp',
  report: 'Báo cáo thứ nhất',
  other: 'Báo cáo thứ hai',
  option: (cutoff: string, submitted: string, expected: string) => `${cutoff}: ${submitted}/${expected} bài`,
  compare: 'So sánh',
  tooFew: 'Đơn vị này cần có ít nhất hai báo cáo đã lập xong để so sánh.',
  span: (since: string, until: string) => `Từ ${since} đến ${until}`,
  notAsCompiled:
    'Danh sách hoặc cây đơn vị đã được sửa sau khi lập báo cáo: số liệu dưới đây tính theo danh sách hiện nay.',
  byUnit: 'Theo đơn vị',
  unit: 'Đơn vị',
  submitted: 'Đã nộp',
  missing: 'Chưa nộp',
  people: 'Cán bộ',
  share: 'Tỷ lệ',
  whole: 'Cộng',
  to: 'thành',
  changes: (count: string) => `${count} cán bộ có thay đổi`,
  noChanges: 'Không cán bộ nào có thay đổi.',
  person: 'Cán bộ',
  change: 'Thay đổi',
  shown: (shown: string, count: string) => `Trang này có ${shown} trong ${count} cán bộ; tệp CSV có tất cả.`,
  download: 'Tải danh sách (.csv)',
  kinds: CHANGE_WORDS,
}

const en: Words<typeof vi> = {
  title: 'Compare two reports',
  of: unit => `Compare two reports of ${unit}`,
  back: 'Reports',
  report: 'First report',
  other: 'Second report',
  option: (cutoff, submitted, expected) => `${cutoff}: ${submitted} of ${expected} essays`,
  compare: 'Compare',
  tooFew: 'There must be at least two finished reports of this unit to compare.',
  span: (since, until) => `From ${since} to ${until}`,
  notAsCompiled:
    'The roster or the units were corrected after a report was compiled: the figures below follow the present roster.',
  byUnit: 'By unit',
  unit: 'Unit',
  submitted: 'Handed in',
  missing: 'Missing',
  people: 'People',
  share: 'Share',
  whole: 'Total',
  to: 'to',
  changes: count => `People with changes: ${count}`,
  noChanges: 'Nothing has changed for anybody.',
  person: 'Person',
  change: 'Change',
  shown: (shown, count) => `This page has ${shown} of ${count} people; the CSV file has all.`,
  download: 'Download the list (.csv)',
  kinds: {
    received: topics => `Handed in ${topics}`,
    reopened: topics => `Withdrawn or returned: ${topics}`,
    exempted: (_, reason) => `Exempted: ${reason}`,
    'exemption-ended': () => 'No longer exempt',
    enrolled: () => 'New in the roster',
    'moved-in': () => 'Moved in from another unit',
    'moved-out': () => 'Moved away',
    moved: (_, unit) => `Moved here from ${unit}`,
  },
}

export const WORDS = { vi, en }
export type ReportChangesWords = Words<typeof vi>
