import { expect } from 'chai'
import { isValidOn } from '../../../src/domain/unit.ts'
import { buildTree, type UnitLine } from '../../../src/domain/unit-tree.ts'

const line = (at: string, code: string, parent: string | null, more: Partial<UnitLine> = {}): UnitLine => ({
  at,
  code,
  name: code,
  kind: parent === null ? 'confederation' : parent === 'tld' ? 'province' : 'superior',
  parent,
  validFrom: null,
  validTo: null,
  predecessors: [],
  aliases: [],
  ...more,
})
const ROOT = line('a:2', 'tld', null)
const PROVINCE = line('a:3', 'hung-yen', 'tld')

const wrong = (...lines: UnitLine[]): readonly (string | undefined)[] => {
  const tree = buildTree(lines)
  return tree.ok ? [] : tree.problems.map(({ at }) => at)
}

describe('the tree of units', () => {
  it('gives every unit its path, whatever the order of the lines', () => {
    const tree = buildTree([line('a:4', 'van-lam', 'hung-yen'), PROVINCE, ROOT])
    expect(tree.ok && tree.value[0]?.path).to.deep.equal(['tld', 'hung-yen', 'van-lam'])
    expect(tree.ok && tree.value[0]).not.to.have.property('at')
  })

  const cases: readonly (readonly [string, readonly UnitLine[], readonly string[]])[] = [
    ['two of one code', [line('b:9', 'hung-yen', 'tld')], ['b:9']],
    ['a parent that is not there', [line('b:9', 'x', 'nowhere')], ['b:9']],
    ['a unit below itself', [line('b:8', 'x', 'y'), line('b:9', 'y', 'x')], ['b:8', 'b:9']],
    [
      'an end before the beginning',
      [line('b:9', 'x', 'hung-yen', { validFrom: '2019-05-01', validTo: '2019-04-30' })],
      ['b:9'],
    ],
    ['a predecessor that is not there', [line('b:9', 'x', 'hung-yen', { predecessors: ['y'] })], ['b:9']],
    ['a province below a province', [line('b:9', 'x', 'hung-yen', { kind: 'province' })], ['b:9']],
    ['a superior union right below the top', [line('b:9', 'x', 'tld', { kind: 'superior' })], ['b:9']],
    ['a second top', [line('b:9', 'x', null, { kind: 'superior' })], ['b:9']],
  ]
  for (const [what, lines, at] of cases)
    it(`has not ${what}`, () => expect(wrong(ROOT, PROVINCE, ...lines)).to.deep.equal(at))

  it('tells everything that is wrong at once', () => {
    expect(
      wrong(ROOT, line('b:2', 'x', 'nowhere'), line('b:3', 'x', 'tld'), line('b:4', 'y', 'none')),
    ).to.have.length(3)
  })

  it('has units for their time: both ends are in it', () => {
    const unit = { validFrom: '2010-01-01', validTo: '2018-12-31' }
    const days = ['2009-12-31', '2010-01-01', '2018-12-31', '2019-01-01']
    expect(days.map(day => isValidOn(unit, day))).to.deep.equal([false, true, true, false])
  })
})
