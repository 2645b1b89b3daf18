import { expect } from 'chai'
import type { Cell, Row, Table } from '../../../src/reports/model.ts'
import { CAMPAIGN } from '../../support/cast.ts'
import { reportOf, type Somebody } from './people.ts'

const ALL = 'CD1 CD2 CD3 CD4 CD5'
const NUMBERS = ['people', 'exempt', 'expected', 'submitted', 'onTime', 'late', 'missing', 'percent']

const spread = (table: Table) => ({ ...table, rows: [...table.rows] })
const allTables = (people: Somebody[]) => reportOf(people).document.tables.map(spread)
const table = (title: string, ...given: Parameters<typeof reportOf>) => {
  const found = reportOf(...given).document.tables.find(each => each.title === title)
  if (found === undefined) throw new Error(`no table ${title}`)
  return spread(found)
}
const numbers = (row: Row | null): Cell[] => NUMBERS.map(key => row?.[key] ?? null)
const show = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'object' ? `${cell.date.toISOString().slice(0, 10)} (${cell.mark})` : String(cell)
}

const names = (people: Somebody[], unit = 'hung-yen') =>
  reportOf(people, { unit }).entries.map(entry => entry.enrolment.person.name)
const stays = (...units: [unit: string, since: string][]): Partial<Somebody> => ({
  unit: units.at(-1)![0],
  more: { stays: units.map(([unit, since]) => ({ unit, since: new Date(since) })) },
})

const branches = (people: Somebody[]) =>
  table('Theo đơn vị', people).rows.map(row => [row['number'], row['unit'], row['people']])

describe('the table by unit', () => {
  const fiveOf = { ...CAMPAIGN, requiredTopics: 3 }
  const cases: [what: string, people: Somebody[], total: number[], campaign?: typeof CAMPAIGN][] = [
    ['nobody', [], [0, 0, 0, 0, 0, 0, 0, 100]],
    ['one who gave nothing', [{ name: 'A' }], [1, 0, 5, 0, 0, 0, 5, 0]],
    ['one who gave all', [{ name: 'A', gave: ALL }], [1, 0, 5, 5, 5, 0, 0, 100]],
    ['late ones', [{ name: 'A', gave: 'CD1 CD2!' }], [1, 0, 5, 2, 1, 1, 3, 40]],
    ['a withdrawn one owes again', [{ name: 'A', gave: 'CD1 CD2-' }], [1, 0, 5, 1, 1, 0, 4, 20]],
    ['the exempt owe nothing', [{ name: 'A', exempt: true }], [1, 1, 0, 0, 0, 0, 0, 100]],
    [
      'the exempt who gave one all the same',
      [{ name: 'A', exempt: true, gave: 'CD1' }, { name: 'B' }],
      [2, 1, 5, 0, 0, 0, 5, 0],
    ],
    [
      'three of five are enough',
      [
        { name: 'A', gave: 'CD1 CD2 CD3! CD4' },
        { name: 'B', gave: 'CD5!' },
      ],
      [2, 0, 6, 4, 3, 1, 2, 66.7],
      fiveOf,
    ],
  ]
  for (const [what, people, total, campaign = CAMPAIGN] of cases)
    it(what, () => {
      const { rows, totals } = table('Theo đơn vị', people, { campaign })
      expect(numbers(totals)).to.deep.equal(total)
      for (const [index, key] of NUMBERS.slice(0, 7).entries())
        expect(
          rows.reduce((sum, row) => sum + Number(row[key]), 0),
          key,
        ).to.equal(total[index])
    })

  it('has one line for each unit below, by name, and one for those directly in the unit', () => {
    expect(branches([{ name: 'A' }])).to.deep.equal([
      [1, 'LĐLĐ huyện Văn Giang', 0],
      [2, 'LĐLĐ huyện Văn Lâm', 1],
    ])
    expect(branches([{ name: 'A' }, { name: 'B', unit: 'hung-yen' }])[0]).to.deep.equal([
      1,
      'LĐLĐ tỉnh Hưng Yên (trực thuộc)',
      1,
    ])
  })

  it('adds up what lies deeper', () => {
    const people = [
      { name: 'A', gave: ALL },
      { name: 'B', unit: 'hai-duong-chi-linh' },
      { name: 'C', unit: 'hung-yen' },
    ]
    expect(
      table('Theo đơn vị', people, { unit: 'tld' }).rows.map(row => [
        row['unit'],
        row['people'],
        row['percent'],
      ]),
    ).to.deep.equal([
      ['LĐLĐ tỉnh Hải Dương', 1, 0],
      ['LĐLĐ tỉnh Hưng Yên', 2, 50],
    ])
  })
})

describe('who is in a report', () => {
  it('is sorted by unit, then as a roster: given name first', () => {
    expect(
      names([
        { name: 'Trần Văn Ánh' },
        { name: 'Lê Thị Bình' },
        { name: 'Nguyễn Văn Ảnh' },
        { name: 'Đỗ Văn An' },
        { name: 'Vũ Văn Út', unit: 'hung-yen-van-giang' },
        { name: 'Vũ Văn Yên', unit: 'hung-yen' },
      ]),
    ).to.deep.equal(['Vũ Văn Yên', 'Vũ Văn Út', 'Đỗ Văn An', 'Nguyễn Văn Ảnh', 'Trần Văn Ánh', 'Lê Thị Bình'])
  })

  const moved: Somebody = {
    name: 'A',
    ...stays(['hung-yen-van-lam', '2018-12-06T02:00:00Z'], ['hai-duong', '2018-12-26T02:00:00Z']),
  }
  it('is told by the unit of the day: he who left later is in, he who came later is not', () => {
    expect(names([moved])).to.deep.equal(['A'])
    expect(names([moved], 'hai-duong')).to.deep.equal([])
  })
  it('leaves out those enrolled later', () => {
    const enrolledAt = new Date('2018-12-26T02:00:00Z')
    expect(names([{ name: 'A', more: { enrolledAt } }])).to.deep.equal([])
  })
})

describe('the table by person', () => {
  const columns = ['CD1', 'CD2', 'CD3', 'CD4', 'CD5', 'remark']
  const line = (...given: Parameters<typeof reportOf>): string =>
    columns.map(key => show(table('Theo người', ...given).rows[0]?.[key])).join(' | ')

  const enough = { campaign: { ...CAMPAIGN, requiredTopics: 2 } }
  const missing = Array.from({ length: 5 }, () => 'Chưa nộp').join(' | ')
  const given = Array.from({ length: 5 }, () => '2018-12-10').join(' | ')
  it('shows days and states', () => {
    expect(line([{ name: 'A' }])).to.equal(`${missing} | Chưa nộp bài nào`)
    expect(line([{ name: 'A', gave: ALL }])).to.equal(`${given} | `)
    expect(line([{ name: 'A', gave: 'CD1 CD2! CD3-' }])).to.equal(
      '2018-12-10 | 2018-12-20 (muộn) | Đã rút | Chưa nộp | Chưa nộp | Còn thiếu 3 bài; Có bài nộp muộn',
    )
    expect(line([{ name: 'A', gave: 'CD1~ CD2!~' }])).to.equal(
      '2018-12-10 (bản giấy) | 2018-12-20 (muộn, bản giấy) | Chưa nộp | Chưa nộp | Chưa nộp | Còn thiếu 3 bài; Có bài nộp muộn',
    )
    expect(line([{ name: 'A', exempt: true, gave: 'CD2' }])).to.equal(
      'Miễn | 2018-12-10 | Miễn | Miễn | Miễn | Miễn: thai sản',
    )
    expect(line([{ name: 'A', gave: 'CD1 CD2' }], enough)).to.equal('2018-12-10 | 2018-12-10 |  |  |  | ')
    expect(line([{ name: 'A', gave: 'CD5' }], enough)).to.equal(
      'Chưa nộp | Chưa nộp | Chưa nộp | Chưa nộp | 2018-12-10 | Còn thiếu 1 bài',
    )
  })

  it('has room for what is said of a day: a sheet shows no date that does not fit', () => {
    const { columns } = table('Theo người', [{ name: 'A', gave: 'CD1! CD2!~' }])
    const widths = ['CD1', 'CD2'].map(code => columns.find(({ key }) => key === code)?.width ?? 0)
    expect(widths[0]).to.be.greaterThan('20/12/2018 (muộn)'.length)
    expect(widths[1]).to.be.at.least('20/12/2018 (muộn, bản giấy)'.length)
  })

  it('has birth as a date or a year, and all posts', () => {
    const birth = (value: string | null) => {
      const known = { name: 'A', gender: null, staffCode: null, email: null, phone: null }
      return table('Theo người', [{ name: 'A', more: { person: { ...known, birth: value } } }]).rows[0]?.[
        'birth'
      ]
    }
    expect(birth('1980-02-03')).to.deep.equal(new Date('1980-02-02T17:00:00Z'))
    expect(birth('1980')).to.equal(1980)
    expect(birth(null)).to.equal(null)
    expect(table('Theo người', [{ name: 'A' }]).rows[0]?.['posts']).to.equal('Uỷ viên BCH; Chủ tịch CĐCS')
  })
})

describe('the table of those who have not submitted', () => {
  it('has those who owe, what they owe, and how to reach them', () => {
    const { rows } = table('Chưa nộp', [
      { name: 'A', gave: ALL },
      { name: 'B', exempt: true },
      { name: 'C', gave: 'CD1 CD3 CD4' },
      { name: 'D' },
    ])
    expect(rows.map(row => [row['number'], row['name'], row['topics'], row['missing']])).to.deep.equal([
      [1, 'C', 'CĐ2, CĐ5', 2],
      [2, 'D', 'CĐ1, CĐ2, CĐ3, CĐ4, CĐ5', 5],
    ])
    expect(rows[0]?.['phone']).to.equal('0912345678')
    expect(rows[0]?.['email']).to.match(/@test\.example$/)
  })
})

describe('the table by topic', () => {
  it('counts what was given and is owed, without the exempt', () => {
    const { rows } = table('Theo chuyên đề', [
      { name: 'A', gave: 'CD1 CD2!' },
      { name: 'B', gave: 'CD1!' },
      { name: 'C', exempt: true, gave: 'CD1' },
    ])
    expect(
      rows.slice(0, 3).map(row => ['submitted', 'onTime', 'late', 'missing', 'percent'].map(key => row[key])),
    ).to.deep.equal([
      [2, 1, 1, 0, 100],
      [1, 0, 1, 1, 50],
      [0, 0, 0, 2, 0],
    ])
  })
})

describe('a report', () => {
  it('is the same document from the same people in whatever order they come', () => {
    const people: Somebody[] = ['An', 'Bình', 'An'].map((name, index) => ({
      name,
      gave: ALL.slice(0, index * 4),
      more: { id: `e${index}` },
    }))
    expect(allTables(people)).to.deep.equal(allTables(people.toReversed()))
  })

  it('tells its unit, its campaign and its cut-off', () => {
    const { title, lines } = reportOf([]).document
    expect([title, ...lines]).to.deep.equal([
      'BÁO CÁO NỘP BÀI THU HOẠCH',
      'Đơn vị: LĐLĐ tỉnh Hưng Yên',
      `Đợt học tập: ${CAMPAIGN.name}`,
      'Số liệu tính đến 17:00 ngày 25/12/2018',
    ])
  })
})
