import { expect } from 'chai'
import type { Cell, Row } from '../../../../src/domain/roster/cells.ts'
import { findHead } from '../../../../src/domain/roster/columns.ts'

const rowsOf = (...rows: (readonly Cell[])[]): Row[] => rows.map((cells, i) => ({ number: i + 1, cells }))
const fieldsOf = (...rows: (readonly Cell[])[]): string | null => {
  const found = findHead(rowsOf(...rows))
  return found && found.head.columns.map(({ field, index }) => `${index}:${field}`).join(' ')
}

describe('the head of a roster', () => {
  const synonyms: readonly (readonly [string, string])[] = [
    ['STT', 'number'],
    ['TT', 'number'],
    ['Số thứ tự', 'number'],
    ['Họ và tên', 'name'],
    ['HO VA TEN', 'name'],
    ['Họ tên cán bộ', 'name'],
    ['Họ và tên (viết in hoa)', 'name'],
    ['Ngày,\ntháng, năm sinh', 'birth'],
    ['Năm sinh', 'birth'],
    ['NTNS', 'birth'],
    ['Nam/Nữ', 'gender'],
    ['Giới tính', 'gender'],
    ['Nữ', 'female'],
    ['Chức vụ, chức danh', 'post'],
    ['Đơn vị công tác', 'unit'],
    ['Nơi làm việc', 'unit'],
    ['ĐTDĐ', 'phone'],
    ['SỐ ĐT', 'phone'],
    ['Điện thoại liên hệ', 'phone'],
    ['E-mail', 'email'],
    ['Địa chỉ thư điện tử', 'email'],
    ['Mã cán bộ', 'staffCode'],
    ['Điểm cầu', 'venue'],
    ['Ghi chú', 'note'],
  ]
  for (const [title, field] of synonyms)
    it(`knows “${title.replace('\n', ' ')}”`, () => {
      const name = field === 'name' ? 'STT' : 'Họ và tên'
      expect(fieldsOf([name, title])).to.contain(`1:${field}`)
      expect(fieldsOf([name, title.normalize('NFD')])).to.contain(`1:${field}`)
    })

  for (const title of ['Nơi sinh', 'Mã số thuế', 'Họ tên cha', 'Số lượng', 'Trình độ'])
    it(`does not take “${title}” for something else`, () =>
      expect(fieldsOf(['STT', 'Họ và tên', title])).to.equal('0:number 1:name'))

  it('lies below any number of title lines, whatever they say', () => {
    const title = 'DANH SÁCH HỌ VÀ TÊN CÁN BỘ'
    const found = findHead(rowsOf([title], [title, title], [null, 'Đơn vị: X'], ['TT', 'Họ tên', 'Chức vụ']))
    expect(found?.at).to.equal(3)
  })

  it('may have the name in two columns', () => {
    expect(fieldsOf(['STT', 'Họ đệm', 'Tên'])).to.equal('0:number 1:family 2:given')
    expect(fieldsOf(['STT', 'Họ và tên', null, 'Năm sinh'])).to.equal('0:number 1:name 2:name 3:birth')
  })

  it('may have two rows', () => {
    const upper = ['STT', 'Họ và tên', 'Năm sinh', 'Năm sinh', 'Chức vụ']
    const lower = ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Chức vụ']
    const found = findHead(rowsOf(upper, lower, [1, 'Trần A', 1970]))
    expect(found?.head.height).to.equal(2)
    expect(fieldsOf(upper, lower)).to.equal('0:number 1:name 2:birthMale 3:birthFemale 4:post')
  })

  it('does not swallow the first person', () => {
    const found = findHead(rowsOf(['STT', 'Họ và tên', 'Chức vụ'], [1, 'Trần Thị Nữ', 'Chủ tịch']))
    expect(found?.head.height).to.equal(1)
  })

  it('may be nothing but the name', () => {
    expect(findHead(rowsOf(['Họ và tên'], ['Trần A']))?.at).to.equal(0)
  })

  it('is not there in a table of numbers', () => {
    expect(findHead(rowsOf(['Điểm cầu', 'Số lượng'], ['LĐLĐ huyện Văn Lâm', 30]))).to.equal(null)
  })
})
