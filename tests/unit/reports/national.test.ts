import { expect } from 'chai'
import { totalsOf } from '../../../src/domain/progress.ts'
import type { Branch } from '../../../src/reports/by-unit.ts'
import type { Cell, Table } from '../../../src/reports/model.ts'
import { groupsTable, rankingTable } from '../../../src/reports/national.ts'
import { reportOf } from './people.ts'

const ALL = 'CD1 CD2 CD3 CD4 CD5'

/** Of so many people, each of whom owes five essays, this many essays came. */
const branch = (name: string, people: number, submitted: number, code = name): Branch => {
  const tallies = Array.from({ length: people }, (_, n) => {
    const given = Math.max(0, Math.min(5, submitted - n * 5))
    const state = given === 5 ? 'complete' : given > 0 ? 'partial' : 'nothing'
    return {
      expected: 5,
      submitted: given,
      onTime: given,
      late: 0,
      missing: 5 - given,
      isLate: false,
      state,
    } as const
  })
  return { code, name, totals: totalsOf(tallies) }
}

const BRANCHES = [
  branch('Tổng Liên đoàn (trực thuộc)', 1, 5, 'tld'),
  branch('LĐLĐ tỉnh A', 2, 5),
  branch('LĐLĐ tỉnh B', 4, 10),
  branch('LĐLĐ tỉnh C', 0, 0),
  branch('Công đoàn Y tế Việt Nam', 1, 5),
  branch('Công đoàn Tổng công ty Hàng không', 2, 9),
]
const TOTALS = totalsOf(
  BRANCHES.flatMap(({ totals: { people, submitted } }) =>
    Array.from({ length: people }, (_, n) => {
      const given = Math.max(0, Math.min(5, submitted - n * 5))
      return {
        expected: 5,
        submitted: given,
        onTime: given,
        late: 0,
        missing: 5 - given,
        isLate: false,
        state: 'partial',
      } as const
    }),
  ),
)
const word = (cell: Cell | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number' ? `${cell}` : '-'
const show = ({ rows, columns }: Table, keys: readonly string[]) => {
  expect(columns.map(({ key }) => key)).to.include.members([...keys])
  return [...rows].map(row => keys.map(key => word(row[key])).join(' | '))
}

describe('the units under the Confederation', () => {
  it('are ranked in the nation and among their like, equal ones equally, its own people not at all', () => {
    const table = rankingTable('tld', BRANCHES, TOTALS)
    expect(show(table, ['rank', 'rankInGroup', 'unit', 'percent'])).to.deep.equal([
      '1 | 1 | Công đoàn Y tế Việt Nam | 100',
      '2 | 1 | Công đoàn Tổng công ty Hàng không | 90',
      '3 | 1 | LĐLĐ tỉnh A | 50',
      '3 | 1 | LĐLĐ tỉnh B | 50',
      '- | - | LĐLĐ tỉnh C | -',
      '- | - | Tổng Liên đoàn (trực thuộc) | 100',
    ])
    expect(table.totals).to.include({ unit: 'Cộng', people: 10, submitted: 34, expected: 50, percent: 68 })
  })

  it('are added up by group, and the groups add up to the nation', () => {
    const table = groupsTable('tld', BRANCHES, TOTALS)
    expect(
      show(table, ['number', 'group', 'units', 'done', 'people', 'expected', 'submitted', 'percent']),
    ).to.deep.equal([
      '1 | LĐLĐ tỉnh, thành phố | 3 | 0 | 6 | 30 | 15 | 50',
      '2 | Công đoàn ngành trung ương và tương đương | 1 | 1 | 1 | 5 | 5 | 100',
      '3 | Công đoàn tổng công ty, tập đoàn | 1 | 0 | 2 | 10 | 9 | 90',
      '4 | Tổng Liên đoàn (trực thuộc) | 0 | 0 | 1 | 5 | 5 | 100',
    ])
    expect(table.totals).to.include({ units: 5, done: 1, people: 10, expected: 50, submitted: 34 })
    for (const key of ['units', 'done', 'people', 'expected', 'submitted', 'missing'])
      expect(
        [...table.rows].reduce((sum, row) => sum + Number(row[key]), 0),
        key,
      ).to.equal(table.totals?.[key])
  })
})

describe('the report of the nation', () => {
  const people = [
    { name: 'A', gave: ALL },
    { name: 'B', unit: 'hai-duong-chi-linh' },
  ]
  it('ranks and groups; its people are told in the sheets and not on the paper', () => {
    const { tables, paper } = reportOf(people, { unit: 'tld' }).document
    expect(tables.map(({ title, appendix }) => `${appendix?.number ?? '-'} ${title}`)).to.deep.equal([
      'I Theo đơn vị',
      'II Xếp hạng',
      '- Theo khối',
      '- Theo người',
      '- Chưa nộp',
      '- Miễn viết',
      '- Gia hạn',
      '- Theo chuyên đề',
    ])
    const headings = paper.blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []))
    expect(headings).to.deep.equal([
      '1. Kết quả chung',
      '2. Kết quả theo khối',
      '3. Kết quả theo đơn vị',
      '4. Kết quả theo chuyên đề',
      '5. Tiến độ nộp bài',
    ])
  })
  it('is the only one that does', () => {
    const { tables } = reportOf(people).document
    expect(tables.map(({ title }) => title)).not.to.include.members(['Xếp hạng'])
  })
})
