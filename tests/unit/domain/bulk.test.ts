import { expect } from 'chai'
import { tallyLeftOut, whyNotExempted, whyNotExtended } from '../../../src/domain/bulk.ts'
import { tallyOf } from '../../../src/domain/completion.ts'

const TOPICS = { topics: [{ code: 'CD1', title: '' }], requiredTopics: 'all' } as const
const HEAD = { CD1: { state: 'submitted', version: 1, submittedAt: new Date(0), late: false } } as const
const day = (n: number) => new Date(Date.UTC(2018, 11, n))

describe('who is left out of a change to many', () => {
  const owing = { tally: tallyOf(TOPICS, {}, false) }
  for (const [what, person, dueAt, expected] of [
    ['who owes something gets a later date', owing, day(15), null],
    ['who has that date already keeps it', owing, day(14), 'later'],
    ['who has a later one keeps it', owing, day(10), 'later'],
    ['before the date is said nobody has a later one', owing, null, null],
    ['who owes nothing needs none', { tally: tallyOf(TOPICS, HEAD, false) }, day(15), 'complete'],
    ['who is exempt needs none', { tally: tallyOf(TOPICS, {}, true) }, day(15), 'exempt'],
  ] as const)
    it(what, () => {
      expect(whyNotExtended(person, { dueAt: day(14) }, dueAt)).to.equal(expected)
    })

  it('who is exempt is not exempted again', () => {
    expect(whyNotExempted({ exemption: null })).to.equal(null)
    expect(whyNotExempted({ exemption: { id: '1', reason: 'ốm', at: day(1), by: 'x' } })).to.equal('exempt')
  })

  it('is counted by reason', () => {
    expect(tallyLeftOut(['exempt', null, 'later', 'exempt'])).to.deep.equal({
      exempt: 2,
      complete: 0,
      later: 1,
      gone: 0,
    })
  })
})
