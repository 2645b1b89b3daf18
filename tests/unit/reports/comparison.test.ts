import { expect } from 'chai'
import {
  CHANGE_WORDS,
  type Comparison,
  changesTable,
  changeText,
  comparisonSteps,
  type Sides,
} from '../../../src/reports/comparison.ts'
import { reportUnits } from '../../../src/reports/units.ts'
import { CAMPAIGN, UNITS } from '../../support/cast.ts'
import { reportOf, type Somebody } from './people.ts'

const compareEntries = (sides: Sides): Comparison => {
  const steps = comparisonSteps(sides)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const SINCE = new Date('2018-12-07T02:00:00Z')
const UNTIL = new Date('2018-12-25T10:00:00Z')
const HUNG_YEN = UNITS.find(({ code }) => code === 'hung-yen')!
const GIANG = 'hung-yen-van-giang'

/** One side of a person; null: he is not in that report. */
type Side = Omit<Somebody, 'name'> | null

const compare = (people: readonly (readonly [name: string, before: Side, after: Side])[]) => {
  const side = (at: 1 | 2) =>
    reportOf(
      people.flatMap(person => {
        const one = person[at]
        return one === null ? [] : [{ ...one, name: person[0], more: { id: person[0], ...one.more } }]
      }),
    ).entries
  return compareEntries({
    campaign: CAMPAIGN,
    root: 'hung-yen',
    units: reportUnits(
      HUNG_YEN,
      UNITS.filter(({ path }) => path.includes('hung-yen')),
      CAMPAIGN.opensAt,
    ),
    since: SINCE,
    until: UNTIL,
    before: side(1),
    after: side(2),
  })
}

const CASES: readonly (readonly [what: string, before: Side, after: Side, changes: string])[] = [
  ['nothing', { gave: 'CD1' }, { gave: 'CD1' }, ''],
  ['handed in since', { gave: 'CD1' }, { gave: 'CD1 CD3 CD4!' }, 'Đã nộp CĐ3, CĐ4'],
  ['withdrew', { gave: 'CD1 CD2' }, { gave: 'CD1 CD2-' }, 'Rút hoặc bị trả lại CĐ2'],
  [
    'withdrew one, gave another',
    { gave: 'CD1' },
    { gave: 'CD1- CD2' },
    'Đã nộp CĐ2; Rút hoặc bị trả lại CĐ1',
  ],
  ['gave and withdrew in between', {}, { gave: 'CD2-' }, ''],
  ['was exempted', {}, { exempt: true }, 'Được miễn viết: thai sản'],
  ['is no longer exempt', { exempt: true }, {}, 'Thôi miễn viết'],
  ['moved within', {}, { unit: GIANG }, 'Từ LĐLĐ huyện Văn Lâm chuyển sang'],
  [
    'came from outside, with what he had given after',
    null,
    { gave: 'CD1' },
    'Từ đơn vị khác chuyển đến; Đã nộp CĐ1',
  ],
  ['is new', null, { more: { enrolledAt: new Date('2018-12-08T02:00:00Z') } }, 'Mới vào danh sách'],
  ['is gone', { gave: 'CD1' }, null, 'Đã chuyển đi'],
]

describe('what changed between two reports', () => {
  for (const [what, before, after, changes] of CASES)
    it(`says of somebody who ${what}: ${changes || 'nothing'}`, () => {
      const { people } = compare([['An', before, after]])
      const texts = people.flatMap(person => person.changes.map(one => changeText(one, CHANGE_WORDS)))
      expect(texts.join('; ')).to.equal(changes)
      expect(people).to.have.length(changes === '' ? 0 : 1)
    })

  it('does not call received what somebody had given before he came', () => {
    const entry = { gave: 'CD1' }
    const { since, ...rest } = {
      since: new Date('2018-12-11T02:00:00Z'),
      units: reportUnits(
        HUNG_YEN,
        UNITS.filter(({ path }) => path.includes('hung-yen')),
        CAMPAIGN.opensAt,
      ),
    }
    const after = reportOf([{ ...entry, name: 'An' }]).entries
    const sides = { ...rest, campaign: CAMPAIGN, root: 'hung-yen', since, until: UNTIL, before: [], after }
    expect(compareEntries(sides).people[0]!.changes.map(({ kind }) => kind)).to.deep.equal(['moved-in'])
  })

  it('is told in more steps the more people there are', () => {
    const stepsFor = (count: number): number => {
      const after = reportOf(Array.from({ length: count }, () => ({ name: 'An' }))).entries
      const sides = { campaign: CAMPAIGN, root: 'hung-yen', units: new Map(), since: UNTIL, until: UNTIL }
      return [...comparisonSteps({ ...sides, before: [], after })].length
    }
    expect(stepsFor(2500) - stepsFor(0)).to.equal(3)
  })

  it('has both numbers of every unit, and those of all', () => {
    const { units, totals } = compare([
      ['An', { gave: 'CD1' }, { gave: 'CD1 CD2' }],
      ['Bình', { unit: GIANG }, { unit: 'hung-yen-van-lam', gave: 'CD1' }],
    ])
    expect(
      units.map(({ name, before, after }) => [name, before.submitted, after.submitted, after.people]),
    ).to.deep.equal([
      ['LĐLĐ huyện Văn Giang', 0, 0, 0],
      ['LĐLĐ huyện Văn Lâm', 1, 3, 2],
    ])
    expect([totals.before.submitted, totals.after.submitted]).to.deep.equal([1, 3])
  })

  it('makes a table in the order of the report, those who are gone last', () => {
    const table = changesTable(
      compare([
        ['Anh', { gave: 'CD1' }, null],
        ['Cúc', {}, { gave: 'CD1' }],
        ['Bình', {}, { gave: 'CD2', unit: GIANG }],
      ]),
    )
    expect([...table.rows].map(({ number, name, changes }) => [number, name, changes])).to.deep.equal([
      [1, 'Bình', 'Từ LĐLĐ huyện Văn Lâm chuyển sang; Đã nộp CĐ2'],
      [2, 'Cúc', 'Đã nộp CĐ1'],
      [3, 'Anh', 'Đã chuyển đi'],
    ])
  })
})
