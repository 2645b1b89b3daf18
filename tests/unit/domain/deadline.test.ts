import { expect } from 'chai'
import { type Arrival, deadlineFor, type Extension, judgeArrival } from '../../../src/domain/deadline.ts'
import { CAMPAIGN } from '../../support/cast.ts'

const day = (n: number): Date => new Date(Date.UTC(2018, 11, n, 10))
const extended = (dueAt: number, closesAt?: number): Extension => ({
  dueAt: day(dueAt),
  closesAt: closesAt === undefined ? null : day(closesAt),
})

describe('the deadline', () => {
  // The campaign is due on 14 December and closes on the 31st.
  const table: [what: string, extensions: Extension[], dueAt: number, closesAt: number][] = [
    ['without an extension is the campaign’s', [], 14, 31],
    ['is moved by one', [extended(20)], 20, 31],
    ['is the latest of several, in whatever order', [extended(20), extended(25), extended(16)], 25, 31],
    ['never moves to an earlier day', [extended(10)], 14, 31],
    ['moves the closing too when told', [extended(20, 40)], 20, 40],
    ['never closes earlier than the campaign', [extended(20, 25)], 20, 31],
    ['never closes before it is due', [extended(45)], 45, 45],
    ['takes each date from whichever is later', [extended(20, 50), extended(25)], 25, 50],
  ]
  for (const [what, extensions, dueAt, closesAt] of table)
    it(what, () => {
      const deadline = deadlineFor(CAMPAIGN, extensions)
      expect(deadline).to.deep.equal({
        opensAt: CAMPAIGN.opensAt,
        dueAt: day(dueAt),
        closesAt: day(closesAt),
        graceSeconds: 300,
      })
    })
})

describe('an arrival', () => {
  const deadline = deadlineFor(CAMPAIGN, [])
  const grace = 300_000
  const table: [limit: string, at: number, before: Arrival, on: Arrival, after: Arrival][] = [
    ['the opening', CAMPAIGN.opensAt.getTime(), 'too-early', 'on-time', 'on-time'],
    ['the due date', CAMPAIGN.dueAt.getTime(), 'on-time', 'on-time', 'on-time'],
    ['the end of the grace', CAMPAIGN.dueAt.getTime() + grace, 'on-time', 'on-time', 'late'],
    ['the closing', CAMPAIGN.closesAt.getTime(), 'late', 'late', 'late'],
    ['the end of the grace after closing', CAMPAIGN.closesAt.getTime() + grace, 'late', 'late', 'closed'],
  ]
  for (const [limit, at, ...verdicts] of table)
    for (const [i, offset] of [-1, 0, 1].entries())
      it(`${offset} ms from ${limit} is ${verdicts[i]}`, () => {
        expect(judgeArrival(deadline, new Date(at + offset))).to.equal(verdicts[i])
      })

  it('has no grace where the campaign has none', () => {
    const strict = { ...deadline, graceSeconds: 0 }
    expect(judgeArrival(strict, CAMPAIGN.dueAt)).to.equal('on-time')
    expect(judgeArrival(strict, new Date(CAMPAIGN.dueAt.getTime() + 1))).to.equal('late')
  })
})
