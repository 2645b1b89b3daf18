import { sentence } from '../domain/problems.ts'
import type { ChangedField } from '../domain/roster/changes.ts'
import type { Note } from '../domain/roster/sheet.ts'
import type { RosterImport, RosterPreview } from '../domain/roster-import.ts'
import { formatDateTime } from '../domain/time.ts'
import type { Unit } from '../domain/unit.ts'
import type { Column, ReportDocument, Table } from './model.ts'

const KINDS = { create: 'Thêm mới', update: 'Cập nhật', move: 'Chuyển đơn vị' } as const

const FIELDS: Readonly<Record<ChangedField, string>> = {
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  gender: 'Giới tính',
  staffCode: 'Mã cán bộ',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  posts: 'Chức vụ',
  venue: 'Điểm cầu',
}

const text = (key: string, title: string, width: number): Column => ({ key, title, width, type: 'text' })
const PLACE: readonly Column[] = [
  text('sheet', 'Trang tính', 18),
  { key: 'row', title: 'Dòng', width: 8, type: 'integer' },
]

const notesTable = (title: string, note: string, notes: readonly Note[]): Table => ({
  title,
  note,
  columns: [...PLACE, text('column', 'Cột', 18), text('message', 'Nội dung', 90)],
  rows: notes.map(({ sheet, row, column, problem }) => ({ sheet, row, column, message: sentence(problem) })),
  totals: null,
})

const changesTable = ({ changes, units }: RosterPreview): Table => ({
  title: 'Thay đổi',
  note: 'Những người được thêm mới, cập nhật hoặc chuyển đơn vị.',
  columns: [
    ...PLACE,
    text('name', 'Họ và tên', 28),
    text('kind', 'Việc', 16),
    text('unit', 'Đơn vị', 32),
    text('from', 'Đơn vị cũ', 32),
    text('fields', 'Chỗ khác', 70),
  ],
  rows: changes.map(({ sheet, row, name, kind, unit, from, fields }) => ({
    sheet,
    row,
    name,
    kind: KINDS[kind],
    unit: units[unit] ?? unit,
    from: from && (units[from] ?? from),
    fields: fields.map(({ field, from, to }) => `${FIELDS[field]}: ${from || '(trống)'} → ${to}`).join('; '),
  })),
  totals: null,
})

const absentTable = ({ outcome, units }: RosterPreview): Table => ({
  title: 'Không có trong tệp',
  note: 'Đang có trong đợt học tập mà không có trong tệp. Không ai bị xoá.',
  columns: [text('name', 'Họ và tên', 28), text('unit', 'Đơn vị', 40)],
  rows: outcome.absent.map(({ name, unit }) => ({ name, unit: units[unit] ?? unit })),
  totals: null,
})

/** All that an import would do, or did: for whoever mends the file. */
export const rosterDocument = (roster: RosterImport, unit: Unit, preview: RosterPreview): ReportDocument => ({
  title: 'Kết quả kiểm tra danh sách cán bộ',
  lines: [
    `${unit.name} – tệp “${roster.file.name}”`,
    roster.finishedAt === null
      ? `Xem trước lúc ${formatDateTime(roster.uploadedAt)}; chưa nhập`
      : `Đã nhập lúc ${formatDateTime(roster.finishedAt)}`,
  ],
  cutoff: roster.finishedAt ?? roster.uploadedAt,
  tables: [
    notesTable(
      'Dòng không nhập được',
      'Sửa các dòng này trong tệp rồi nhập lại cả tệp.',
      preview.outcome.rejected,
    ),
    notesTable(
      'Cần xem lại',
      'Đã nhận, nhưng có ô trong tệp không được lấy như đã ghi.',
      preview.outcome.warnings,
    ),
    changesTable(preview),
    absentTable(preview),
  ],
})
