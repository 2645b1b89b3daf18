import { expect } from 'chai'
import type { Cell } from '../../../../src/domain/roster/cells.ts'
import { readSheet } from '../../../../src/domain/roster/sheet.ts'
import { unitMatcher } from '../../../../src/domain/roster/unit-names.ts'
import { UNITS } from '../../../support/cast.ts'

const HUNG_YEN = UNITS.filter(unit => unit.path.includes('hung-yen'))
const [province] = HUNG_YEN
const VAN_LAM = 'hung-yen-van-lam'
const VAN_GIANG = 'hung-yen-van-giang'

/** One line a row: `row name @unit`, or `row code`. null: no roster. */
const read = (
  rows: readonly (readonly Cell[])[],
  { sheet = 'Trang 1', leaf = false }: { sheet?: string; leaf?: boolean } = {},
): readonly string[] | null => {
  const units = leaf ? HUNG_YEN.filter(unit => unit.code === VAN_LAM) : HUNG_YEN
  const lines = readSheet(
    { name: sheet, rows: rows.map((cells, i) => ({ number: i + 1, cells })) },
    { match: unitMatcher(units, UNITS), unit: leaf ? units[0]! : province!, isLeaf: leaf, thisYear: 2018 },
  )
  return (
    lines &&
    [...lines].map(line =>
      line.kind === 'rejected'
        ? `${line.note.row} ${line.note.problem.code}`
        : `${line.row.row} ${line.row.person.name} @${line.row.unit?.code ?? ''}`,
    )
  )
}

const HEAD = ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ']
const WITH_UNIT = [...HEAD, 'Đơn vị']

describe('a sheet of a roster', () => {
  it('without a head is no roster', () => {
    expect(
      read([
        ['Điểm cầu', 'Số lượng'],
        ['LĐLĐ huyện Văn Lâm', 30],
      ]),
    ).to.equal(null)
  })

  describe('names the unit', () => {
    it('in sections, merged or not, numbered or not, upper case or not, with a count or not', () => {
      expect(
        read([
          HEAD,
          ['I', 'LĐLĐ HUYỆN VĂN LÂM', 'LĐLĐ HUYỆN VĂN LÂM', 'LĐLĐ HUYỆN VĂN LÂM'],
          [1, 'Trần A', 1970, 'Chủ tịch'],
          ['II. LĐLĐ huyện Văn Giang'],
          [1, 'Trần B', 1970, 'Chủ tịch'],
          ['III', 'Huyện Văn Lâm (30 đồng chí)'],
          [1, 'Trần C', 1970, 'Chủ tịch'],
          [2, 'LĐLĐ huyện Văn Giang'],
          [1, 'Trần D', 1970, 'Chủ tịch'],
        ]),
      ).to.deep.equal([
        `3 Trần A @${VAN_LAM}`,
        `5 Trần B @${VAN_GIANG}`,
        `7 Trần C @${VAN_LAM}`,
        `9 Trần D @${VAN_GIANG}`,
      ])
    })

    it('in its name, above its head, or in a column, the nearest first', () => {
      const rows = [WITH_UNIT, [1, 'Trần A', 1970, 'Chủ tịch', null], [2, 'Trần B', 1970, '', 'H. Văn Giang']]
      const outcome = [`2 Trần A @${VAN_LAM}`, `3 Trần B @${VAN_GIANG}`]
      expect(read(rows, { sheet: 'huyện Văn Lâm' })).to.deep.equal(outcome)
      expect(read([['Đơn vị: LĐLĐ huyện Văn Lâm'], ...rows])).to.deep.equal([
        `3 Trần A @${VAN_LAM}`,
        `4 Trần B @${VAN_GIANG}`,
      ])
    })

    it('not by its letterhead, which is the sender’s', () => {
      expect(read([['LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN'], HEAD, [1, 'Trần A', 1970]])).to.deep.equal([
        '3 Trần A @',
      ])
    })
  })

  describe('never puts people into a unit that is not theirs', () => {
    it('below a section that is not known', () => {
      for (const section of ['LĐLĐ huyện Văn', 'CĐ ngành Thủy sản', 'Sở Nội vụ'])
        expect(
          read([
            HEAD,
            ['I', 'LĐLĐ huyện Văn Lâm'],
            [1, 'Trần A', 1970],
            ['II', section],
            [1, 'Trần B', 1970],
          ]),
          section,
        ).to.deep.equal([`3 Trần A @${VAN_LAM}`, '5 unit-not-known'])
    })

    it('in a sheet whose unit is not known', () => {
      expect(read([['Đơn vị: LĐLĐ huyện Văn'], HEAD, [1, 'Trần A', 1970]])).to.deep.equal([
        '3 unit-not-known',
      ])
    })

    it('when the row itself names another', () => {
      expect(
        read([WITH_UNIT, [1, 'Trần A', 1970, '', 'LĐLĐ huyện Văn Giang']], { leaf: true }),
      ).to.deep.equal(['2 unit-not-known'])
    })
  })

  it('may have headings by post: people stay where they were', () => {
    expect(
      read([
        HEAD,
        ['A', 'LĐLĐ huyện Văn Lâm'],
        ['I', 'Ủy viên Ban Chấp hành'],
        [1, 'Trần A', 1970],
        ['II', 'Ủy ban Kiểm tra'],
        [2, 'Trần B', 1970],
      ]),
    ).to.deep.equal([`4 Trần A @${VAN_LAM}`, `6 Trần B @${VAN_LAM}`])
  })

  it('may say where people work: below a known unit that is no other unit', () => {
    expect(
      read([['Đơn vị: LĐLĐ huyện Văn Lâm'], WITH_UNIT, [1, 'Trần A', 1970, '', 'Công ty May Văn Lâm']]),
    ).to.deep.equal([`3 Trần A @${VAN_LAM}`])
    expect(read([WITH_UNIT, [1, 'Trần A', 1970, '', 'Trường THPT Văn Lâm']])).to.deep.equal([
      '2 unit-not-known',
    ])
  })

  it('passes over totals, signatures, column numbers, repeated heads and empty numbered rows', () => {
    expect(
      read([
        HEAD,
        ['(1)', '(2)', '(3)', '(4)'],
        [1, 'Tống Công Minh', 1970, 'Tổng hợp'],
        HEAD,
        [2, 'Trần A', 1970, 'Chủ tịch'],
        [3],
        [null, 'Tổng cộng: 2 đồng chí./.'],
        [null, null, null, 'Hưng Yên, ngày 28 tháng 11 năm 2018'],
        [null, 'NGƯỜI LẬP BIỂU', null, 'TM. BAN THƯỜNG VỤ'],
        [null, 'Nguyễn Văn Lập', null, 'Trần Văn Ký'],
      ]),
    ).to.deep.equal(['3 Tống Công Minh @', '5 Trần A @'])
  })

  it('passes over the example of the template', () => {
    expect(read([HEAD, ['VD', 'Nguyễn Thị Thắm', 1980, 'Chủ tịch'], [1, 'Trần A', 1970]])).to.deep.equal([
      '3 Trần A @',
    ])
  })

  it('goes on after a signature where numbered people follow', () => {
    expect(read([HEAD, ['', '', '', 'TM. BAN THƯỜNG VỤ'], [1, 'Trần A', 1970, 'Chủ tịch']])).to.deep.equal([
      '3 Trần A @',
    ])
  })

  it('rejects what looks like a person and has no name', () => {
    expect(
      read([
        [...HEAD, 'SĐT'],
        [1, null, null, 'Chuyên viên', '0912000111'],
        [2, '123', 1970, 'Chuyên viên'],
        [null, null, null, null, 'Người ký'],
        [3, null, null, 'Chuyên viên'],
        [4, 'Trần A', 1970],
      ]),
    ).to.deep.equal(['2 row-without-name', '3 row-without-name', '5 row-without-name', '6 Trần A @'])
  })

  it('takes people of whom only the name is known', () => {
    expect(read([HEAD, [1, 'Quan Văn Tỉnh']])).to.deep.equal(['2 Quan Văn Tỉnh @'])
    expect(read([['Họ và tên'], ['Quan Văn Tỉnh']])).to.deep.equal(['2 Quan Văn Tỉnh @'])
  })

  it('joins family and given name, and tells the sex by the column of the year', () => {
    const lines = readSheet(
      {
        name: '',
        rows: [
          ['STT', 'Họ đệm', 'Tên', 'Năm sinh', 'Năm sinh'],
          [null, null, null, 'Nam', 'Nữ'],
          [1, 'TRẦN THỊ', 'AN', null, 1970],
        ].map((cells, i) => ({ number: i + 1, cells })),
      },
      { match: unitMatcher(HUNG_YEN), unit: province!, isLeaf: false, thisYear: 2018 },
    )
    const [line] = [...lines!]
    expect(line?.kind === 'person' && line.row.person).to.include({
      name: 'Trần Thị An',
      birth: '1970',
      gender: 'female',
    })
  })
})
