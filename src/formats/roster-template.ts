import ExcelJS from 'exceljs'
import type { Unit } from '../domain/unit.ts'
import type { RosterTemplate } from '../ports/tables.ts'
import { textCell } from './cell.ts'

/** Heads that the import knows, with an example and the width of the column in characters. */
const COLUMNS = [
  // What the import passes over.
  ['STT', 'VD', 6],
  ['Họ và tên', 'Nguyễn Thị Thắm', 28],
  ['Ngày sinh', '19/05/1980', 14],
  ['Giới tính', 'Nữ', 10],
  ['Chức vụ', 'Phó Chủ tịch; Ủy viên BCH', 32],
  ['Đơn vị', null, 36],
  ['Số điện thoại', '0912000111', 16],
  ['Thư điện tử', 'tham.nguyen@congdoan.example', 32],
  ['Mã cán bộ', null, 14],
  ['Ghi chú', 'Dòng ví dụ, không được nhập', 34],
] as const

const NOTES = [
  'Mỗi người một dòng; người có nhiều chức vụ ghi cách nhau bằng dấu chấm phẩy, hoặc ghi nhiều dòng.',
  'Cột “Họ và tên” là bắt buộc. Các cột khác có thể để trống hoặc bỏ đi; thứ tự cột không quan trọng.',
  'Cột “Đơn vị” ghi đúng tên ở trang “Đơn vị”. Tên không có trong danh sách sẽ được báo lại, không tự suy đoán.',
  'Ngày sinh ghi dạng 31/12/1980, hoặc chỉ ghi năm sinh.',
  'Thư điện tử dùng để nhận liên kết đăng nhập, giấy biên nhận và nhắc việc: xin ghi đầy đủ.',
  'Gửi lại danh sách nhiều lần được: người đã có không bị trùng, và không ai bị xóa.',
]

/** The workbook offices fill in: one sheet to fill, one with the names of the units, one with advice. */
export const rosterTemplate: RosterTemplate = {
  async write(units: readonly Unit[]) {
    const book = new ExcelJS.Workbook()
    const list = book.addWorksheet('Danh sách', { views: [{ state: 'frozen', ySplit: 1 }] })
    list.columns = COLUMNS.map(([header, , width]) => ({ header, width }))
    const example = units.at(-1)?.name ?? ''
    list.addRow(COLUMNS.map(([head, value]) => (head === 'Đơn vị' ? textCell(example) : value)))
    list.getRow(1).font = { bold: true }
    list.getRow(2).font = { italic: true, color: { argb: 'FF808080' } }
    // Text columns: a phone number keeps its 0, a day stays as it was typed.
    for (const [i, [head]] of COLUMNS.entries()) if (head !== 'STT') list.getColumn(i + 1).numFmt = '@'

    const names = book.addWorksheet('Đơn vị')
    names.columns = [
      { header: 'Tên đơn vị', width: 44 },
      { header: 'Mã', width: 30 },
    ]
    names.getRow(1).font = { bold: true }
    names.addRows(units.map(({ code, name }) => [textCell(name), code]))

    const advice = book.addWorksheet('Hướng dẫn')
    advice.getColumn(1).width = 110
    advice.addRows(NOTES.map(note => [note]))
    return Buffer.from(await book.xlsx.writeBuffer())
  },
}
