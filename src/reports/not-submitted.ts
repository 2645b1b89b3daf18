import { topicLabel } from '../domain/naming.ts'
import { personCells, personColumns, remark } from './by-person.ts'
import type { Entry } from './entries.ts'
import type { Row, Table } from './model.ts'
import { rowsOf } from './rows.ts'

const debtorCells = (entry: Entry, index: number): Row => {
  const { enrolment, standing } = entry
  return {
    ...personCells(entry, index),
    topics: standing.owed.map(topicLabel).join(', '),
    missing: standing.tally.missing,
    phone: enrolment.person.phone,
    email: enrolment.person.email,
    remark: remark(entry),
  }
}

/** Those who still owe, with what it takes to reach them. */
export const notSubmittedTable = (entries: readonly Entry[]): Table => ({
  title: 'Chưa nộp',
  appendix: { number: 'III', title: 'Danh sách cán bộ chưa nộp đủ bài thu hoạch' },
  isLandscape: true,
  note: 'Những người còn thiếu bài thu hoạch tại thời điểm chốt số liệu.',
  columns: [
    ...personColumns,
    { key: 'topics', title: 'Chuyên đề còn thiếu', width: 26, type: 'text' },
    { key: 'missing', title: 'Số bài thiếu', width: 12, type: 'integer', alarm: 'above-zero' },
    { key: 'phone', title: 'Điện thoại', width: 16, type: 'text', keep: 10 },
    { key: 'email', title: 'Thư điện tử', width: 30, type: 'text' },
    { key: 'remark', title: 'Ghi chú', width: 30, type: 'text' },
  ],
  rows: rowsOf(
    entries.filter(entry => entry.standing.tally.missing > 0),
    debtorCells,
  ),
  totals: null,
})
