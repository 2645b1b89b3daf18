import { expect } from 'chai'
import { rankByShare } from '../../../src/domain/ranking.ts'

type Given = readonly (readonly [name: string, submitted: number, expected: number])[]

const CASES: readonly (readonly [what: string, given: Given, ranked: string])[] = [
  ['nobody', [], ''],
  [
    'the higher share first',
    [
      ['a', 1, 4],
      ['b', 3, 4],
    ],
    '1 b, 2 a',
  ],
  [
    'equal ones side by side in the given order, the next rank left out',
    [
      ['a', 1, 2],
      ['b', 4, 4],
      ['c', 5, 10],
      ['d', 0, 9],
    ],
    '1 b, 2 a, 2 c, 4 d',
  ],
  [
    'all equal',
    [
      ['a', 0, 1],
      ['b', 0, 7],
    ],
    '1 a, 1 b',
  ],
  [
    'no rounding: both are shown as 100 %',
    [
      ['a', 24_999, 25_000],
      ['b', 5, 5],
    ],
    '1 b, 2 a',
  ],
  [
    'no rounding: thirds are equal whatever the size',
    [
      ['a', 1, 3],
      ['b', 33_333, 99_999],
    ],
    '1 a, 1 b',
  ],
  [
    'without a rank where nothing was expected',
    [
      ['a', 0, 0],
      ['b', 0, 5],
    ],
    '1 b, - a',
  ],
]

describe('ranking by share', () => {
  for (const [what, given, ranked] of CASES)
    it(what, () => {
      const shares = given.map(([name, submitted, expected]) => ({ name, submitted, expected }))
      const found = rankByShare(shares, share => share)
      expect(found.map(({ rank, item }) => `${rank ?? '-'} ${item.name}`).join(', ')).to.equal(ranked)
    })
})
