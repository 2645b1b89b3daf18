import { expect } from 'chai'
import { paperDate, unitsText } from '../../../src/reports/wording.ts'
import { CAMPAIGN } from '../../support/cast.ts'
import { reportOf, type Somebody } from './people.ts'

const ALL = 'CD1 CD2 CD3 CD4 CD5'
const UNIT = 'LĐLĐ tỉnh Hưng Yên'

/** The running text of the paper, heads and tables left out, from the numbers on. */
const texts = (people: Somebody[], more: Parameters<typeof reportOf>[1] = {}): string[] =>
  reportOf(people, more)
    .document.paper.blocks.flatMap(block => (block.kind === 'text' ? [block.text] : []))
    .slice(1)
    .map(text => text.replaceAll('\u00A0', ' '))
const headings = (people: Somebody[]): string[] =>
  reportOf(people).document.paper.blocks.flatMap(block =>
    block.kind === 'heading' ? [block.text] : block.kind === 'open' ? [block.heading] : [],
  )

/** Of units A, B, …, whose only person owes so many of ten essays. */
const say = (missing: readonly number[]): string | null =>
  unitsText(
    missing.map((count, index) => ({
      name: String.fromCharCode(65 + index),
      totals: {
        people: 1,
        exempt: 0,
        expected: 10,
        submitted: 10 - count,
        onTime: 10 - count,
        late: 0,
        missing: count,
        percent: (10 - count) * 10,
        complete: count === 0 ? 1 : 0,
        partial: count === 0 ? 0 : 1,
        nothing: 0,
      },
    })),
  )

describe('the words of a paper', () => {
  const start = `Tính đến 17 giờ 00 ngày 25 tháng 12 năm 2018, ${UNIT}`
  const cases: [what: string, people: Somebody[], first: string, second?: string][] = [
    ['nobody', [], `${start} không có cán bộ nào trong danh sách của đợt học tập.`],
    [
      'one who gave nothing',
      [{ name: 'A' }],
      `${start} có 1 đồng chí trong danh sách của đợt học tập, không có trường hợp miễn viết, phải nộp 5 bài thu hoạch.`,
      'Chưa có bài nào được nộp.',
    ],
    [
      'one who gave all',
      [{ name: 'A', gave: ALL }],
      `${start} có 1 đồng chí trong danh sách của đợt học tập, không có trường hợp miễn viết, phải nộp 5 bài thu hoạch.`,
      'Đã nộp đủ 5 bài (100 %), tất cả đúng hạn.',
    ],
    [
      'one who is exempt',
      [{ name: 'A', exempt: true }],
      `${start} có 1 đồng chí trong danh sách của đợt học tập; đồng chí này được miễn viết bài thu hoạch.`,
    ],
    [
      'all exempt',
      [
        { name: 'A', exempt: true },
        { name: 'B', exempt: true },
      ],
      `${start} có 2 đồng chí trong danh sách của đợt học tập, tất cả đều được miễn viết bài thu hoạch.`,
    ],
    [
      'some of each',
      [{ name: 'A', gave: ALL }, { name: 'B', gave: 'CD1!' }, { name: 'C' }, { name: 'D', exempt: true }],
      `${start} có 4 đồng chí trong danh sách của đợt học tập, trong đó 1 đồng chí được miễn viết; 3 đồng chí còn lại phải nộp 15 bài thu hoạch.`,
      'Đã nộp 6 bài, đạt 40 %, trong đó 5 bài đúng hạn, 1 bài nộp muộn; còn 9 bài chưa nộp. Tính theo người: 1 đồng chí đã nộp đủ bài, 1 đồng chí mới nộp một phần và 1 đồng chí chưa nộp bài nào.',
    ],
    [
      'all late',
      [
        { name: 'A', gave: 'CD1! CD2! CD3! CD4! CD5!' },
        { name: 'B', gave: 'CD1! CD2! CD3! CD4! CD5!' },
      ],
      `${start} có 2 đồng chí trong danh sách của đợt học tập, không có trường hợp miễn viết, phải nộp 10 bài thu hoạch.`,
      'Đã nộp đủ 10 bài (100 %), tất cả nộp muộn. Cả 2 đồng chí đã nộp đủ bài.',
    ],
    [
      'a single essay',
      [{ name: 'A', gave: 'CD1' }, { name: 'B' }],
      `${start} có 2 đồng chí trong danh sách của đợt học tập, không có trường hợp miễn viết, phải nộp 10 bài thu hoạch.`,
      'Đã nộp 1 bài, đạt 10 %, nộp đúng hạn; còn 9 bài chưa nộp. Tính theo người: 1 đồng chí mới nộp một phần và 1 đồng chí chưa nộp bài nào.',
    ],
  ]
  for (const [what, people, first, second] of cases)
    it(`are right for ${what}`, () => {
      const [one, two] = texts(people)
      expect(one).to.equal(first)
      if (second !== undefined) expect(two).to.equal(second)
    })

  it('have a part for what there is, numbered one after the other', () => {
    expect(headings([])).to.deep.equal(['1. Kết quả chung', '2. Nhận xét, đánh giá', '3. Đề xuất, kiến nghị'])
    expect(headings([{ name: 'A', exempt: true }])).to.deep.equal(headings([]))
    expect(headings([{ name: 'A' }])[1]).to.equal('2. Kết quả theo chuyên đề')
    expect(
      headings([
        { name: 'A', gave: ALL },
        { name: 'B', unit: 'hung-yen' },
      ]),
    ).to.deep.equal([
      '1. Kết quả chung',
      '2. Kết quả theo đơn vị',
      '3. Kết quả theo chuyên đề',
      '4. Tiến độ nộp bài',
      '5. Nhận xét, đánh giá',
      '6. Đề xuất, kiến nghị',
    ])
  })

  it('name the units that are done and those that owe most', () => {
    const giang = 'hung-yen-van-giang'
    const both = (a: string, b: string) =>
      texts([
        { name: 'A', gave: a },
        { name: 'B', unit: giang, gave: b },
      ]).find(text => text.includes('đơn vị'))
    expect(both(ALL, ALL)).to.equal('Cả 2 đơn vị đã nộp đủ bài.')
    expect(both(ALL, '')).to.equal(
      '1/2 đơn vị đã nộp đủ bài: LĐLĐ huyện Văn Lâm. Đơn vị còn thiếu bài: LĐLĐ huyện Văn Giang (5 bài).',
    )
    expect(both('CD1', '')).to.equal(
      'Chưa đơn vị nào trong 2 đơn vị nộp đủ bài. Còn thiếu nhiều nhất: LĐLĐ huyện Văn Giang (5 bài) và LĐLĐ huyện Văn Lâm (4 bài).',
    )
  })

  it('name of units that owe the same all or none, and count none that is no unit of its own', () => {
    expect(say([5, 5, 5, 5])).to.equal(
      'Chưa đơn vị nào trong 4 đơn vị nộp đủ bài. Còn thiếu bài: 4 đơn vị, mỗi đơn vị 5 bài.',
    )
    expect(say([5, 5, 5, 5, 2, 0])).to.equal(
      '1/6 đơn vị đã nộp đủ bài: F. Còn thiếu nhiều nhất: 4 đơn vị, mỗi đơn vị 5 bài.',
    )
    expect(say([9, 8, 5, 5, 5])).to.equal(
      'Chưa đơn vị nào trong 5 đơn vị nộp đủ bài. Còn thiếu nhiều nhất: A (9 bài) và B (8 bài).',
    )
    const own = texts([
      { name: 'A', unit: 'hung-yen' },
      { name: 'B' },
      { name: 'C', unit: 'hung-yen-van-giang' },
    ])
    expect(own.find(text => text.includes('đơn vị'))).to.match(/^Chưa đơn vị nào trong 2 đơn vị/)
  })

  it('tell topics and days apart where there is something to tell', () => {
    expect(texts([{ name: 'A', gave: ALL }])).to.include('Mỗi chuyên đề có 1 bài.')
    expect(texts([{ name: 'A', gave: 'CD1 CD2!' }])).to.include(
      'Nhiều bài nhất: CĐ1 và CĐ2 (1 bài); ít bài nhất: CĐ3, CĐ4 và CĐ5 (0 bài).',
    )
    expect(texts([{ name: 'A', gave: 'CD1' }])).to.include('Tất cả bài được nộp trong ngày 10/12/2018.')
    expect(texts([{ name: 'A', gave: 'CD1 CD2 CD3!' }])).to.include(
      'Bài được nộp từ ngày 10/12/2018 đến ngày 20/12/2018; nhiều nhất là ngày 10/12/2018 với 2 bài.',
    )
  })

  it('write dates as papers do', () => {
    const cases: [at: string, text: string][] = [
      ['2019-01-09T02:00:00Z', 'ngày 09 tháng 01 năm 2019'],
      ['2019-02-28T17:00:00Z', 'ngày 01 tháng 3 năm 2019'],
      ['2018-12-31T16:59:59Z', 'ngày 31 tháng 12 năm 2018'],
      ['2019-02-10T00:00:00Z', 'ngày 10 tháng 02 năm 2019'],
    ]
    for (const [at, text] of cases) expect(paperDate(new Date(at))).to.equal(text)
  })

  it('show in short who owes most where there are many units', () => {
    const two = [{ name: 'A' }, { name: 'B', unit: 'hai-duong-chi-linh' }]
    const { blocks } = reportOf(two, { unit: 'tld', campaign: CAMPAIGN }).document.paper
    const tables = blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []))
    const table = tables.find(({ title }) => title === 'Kết quả theo đơn vị')
    expect([...(table?.rows ?? [])].map(row => row['unit'])).to.deep.equal([
      'LĐLĐ tỉnh Hải Dương',
      'LĐLĐ tỉnh Hưng Yên',
    ])
  })
})
