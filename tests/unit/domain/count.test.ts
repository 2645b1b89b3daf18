import { expect } from 'chai'
import { tallyOf } from '../../../src/domain/completion.ts'
import { addCounts, countPeople, differencesOf, hasRightTally } from '../../../src/domain/count.ts'
import type { Exemption } from '../../../src/domain/enrolment.ts'
import type { EssayHead } from '../../../src/domain/essay.ts'
import { percentOf } from '../../../src/domain/progress.ts'

const campaign = {
  topics: ['CD1', 'CD2'].map(code => ({ code, title: code })),
  requiredTopics: 'all' as const,
}
const codes = ['CD1', 'CD2']
const onTime: EssayHead = { state: 'submitted', version: 1, submittedAt: new Date(0), late: false }
const late: EssayHead = { ...onTime, state: 'late', late: true }
const exemption: Exemption = { id: 'e', reason: 'ốm', at: new Date(0), by: 'x' }

const complete = { heads: { CD1: onTime, CD2: late }, exemption: null }
const partial = { heads: { CD2: onTime }, exemption: null }
const nothing = { heads: {}, exemption: null }
const exempt = { heads: { CD1: onTime }, exemption }

describe('counting people', () => {
  it('counts people and essays, by topic too, and those who are exempt only as such', () => {
    expect(countPeople(campaign, [complete, partial, nothing, exempt])).to.deep.equal({
      totals: {
        people: 4,
        exempt: 1,
        expected: 6,
        submitted: 3,
        onTime: 2,
        late: 1,
        missing: 3,
        percent: 50,
        complete: 1,
        partial: 1,
        nothing: 1,
      },
      topics: [
        { topic: 'CD1', submitted: 1, onTime: 1, late: 0, missing: 2 },
        { topic: 'CD2', submitted: 2, onTime: 1, late: 1, missing: 1 },
      ],
      days: [{ day: '1970-01-01', onTime: 2, late: 1 }],
    })
  })

  it('tells the day in Hanoi on which each essay came, and adds days up', () => {
    const at = (time: string): EssayHead => ({ ...onTime, submittedAt: new Date(time) })
    const before = countPeople(campaign, [{ heads: { CD1: at('2018-12-07T16:59:59Z') }, exemption: null }])
    const after = countPeople(campaign, [
      { heads: { CD1: at('2018-12-07T17:00:00Z'), CD2: late }, exemption: null },
      { heads: { CD1: { ...onTime, state: 'withdrawn' } }, exemption: null },
    ])
    expect(addCounts(codes, [after, before, before]).days).to.deep.equal([
      { day: '1970-01-01', onTime: 0, late: 1 },
      { day: '2018-12-07', onTime: 2, late: 0 },
      { day: '2018-12-08', onTime: 1, late: 0 },
    ])
  })

  it('in parts and added is counting all at once', () => {
    const parts = [[complete], [partial, exempt], [], [nothing]].map(people => countPeople(campaign, people))
    expect(addCounts(codes, parts)).to.deep.equal(countPeople(campaign, [complete, partial, exempt, nothing]))
  })

  it('of nobody is nobody, with every topic', () => {
    expect(addCounts(codes, [])).to.deep.equal(countPeople(campaign, []))
    expect(addCounts(codes, []).totals).to.include({ people: 0, expected: 0, percent: 100 })
  })

  it('has the topics asked for: one that is new begins at nothing, one that is gone is left out', () => {
    const { topics } = addCounts(['CD2', 'CD3'], [countPeople(campaign, [complete])])
    expect(topics.map(({ topic, submitted }) => [topic, submitted])).to.deep.equal([
      ['CD2', 1],
      ['CD3', 0],
    ])
  })

  it('knows a tally that is not what was handed in, by any of its numbers', () => {
    const tally = tallyOf(campaign, partial.heads, false)
    expect(hasRightTally(campaign, { ...partial, tally })).to.equal(true)
    expect(hasRightTally(campaign, { ...partial, exemption, tally })).to.equal(false)
    for (const [field, value] of Object.entries(tally)) {
      const wrong = { ...tally, [field]: typeof value === 'number' ? value + 1 : 'other' }
      expect(hasRightTally(campaign, { ...partial, tally: wrong }), field).to.equal(false)
    }
  })

  it('names every number that differs', () => {
    const counted = countPeople(campaign, [complete])
    const none = countPeople(campaign, [])
    expect(differencesOf('u', { own: counted, all: counted }, { own: counted, all: counted })).to.deep.equal(
      [],
    )
    const found = differencesOf('u', { own: counted, all: none }, { own: counted, all: counted })
    expect(
      found.map(({ part, field, stored, counted }) => [part, field, stored, counted]),
    ).to.deep.include.members([
      ['all', 'people', 0, 1],
      ['all', 'late', 0, 1],
      ['all', 'CD2.late', 0, 1],
    ])
    expect(found.every(({ unit, part }) => unit === 'u' && part === 'all')).to.equal(true)
    const gone = differencesOf('u', { own: counted, all: none }, { own: none, all: none })
    expect(gone.map(({ field, stored, counted }) => [field, stored, counted])).to.deep.include.members([
      ['1970-01-01.onTime', 1, 0],
      ['1970-01-01.late', 1, 0],
    ])
  })

  for (const [part, whole, percent] of [
    [0, 0, 100],
    [0, 3, 0],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [999, 1000, 99.9],
    [3, 3, 100],
  ] as const)
    it(`${part} of ${whole} are ${percent} %`, () => {
      expect(percentOf(part, whole)).to.equal(percent)
    })
})
