import { expect } from 'chai'
import { type PastEnrolment, type PastVersion, standingAt } from '../../../src/domain/as-of.ts'
import type { Review } from '../../../src/domain/essay.ts'
import { CAMPAIGN } from '../../support/cast.ts'

const day = (n: number): Date => new Date(`2018-12-${String(n).padStart(2, '0')}T05:00:00Z`)

const enrolment: PastEnrolment = {
  id: 'e1',
  person: {
    name: 'Nguyễn Thị Thắm',
    birth: null,
    gender: null,
    staffCode: null,
    email: null,
    phone: null,
  },
  unit: 'c',
  stays: [
    { unit: 'a', since: day(6) },
    { unit: 'b', since: day(10) },
    { unit: 'c', since: day(20) },
  ],
  posts: [],
  exemption: { id: 'x2', reason: 'đi học', at: day(18), by: 's' },
  pastExemptions: [{ id: 'x1', reason: 'thai sản', at: day(8), by: 's', endedAt: day(9), endedBy: 's' }],
  enrolledAt: day(6),
}

const version = (
  topic: string,
  number: number,
  received: number,
  more: Partial<PastVersion> = {},
): PastVersion => ({
  topic,
  number,
  file: { id: `${topic}-${number}`, name: 'bài.pdf', type: 'pdf', size: 1, sha256: 'x' },
  paper: null,
  receivedAt: day(received),
  late: received > 14,
  receipt: `TH-${topic}-${number}`,
  onBehalf: false,
  withdrawnAt: null,
  ...more,
})

const versions = [
  version('CD1', 1, 7),
  version('CD1', 2, 12),
  version('CD2', 1, 7, { withdrawnAt: day(11) }),
  version('CD3', 1, 16),
]

const review = (verdict: 'accepted' | 'returned', at: number): Review => ({
  id: `r-${at}`,
  verdict,
  note: null,
  dueAt: null,
  at: day(at),
  by: 't',
  byName: 'T',
})

describe('standing at a moment', () => {
  const table: [at: number, expected: string][] = [
    [5, 'not enrolled'],
    [6, 'a nothing'],
    [7, 'a partial CD1.1=submitted CD2.1=submitted'],
    // Exempt between the 8th and the 9th, whatever he had handed in.
    [8, 'a exempt CD1.1=submitted CD2.1=submitted'],
    [9, 'a partial CD1.1=submitted CD2.1=submitted'],
    [10, 'b partial CD1.1=submitted CD2.1=submitted'],
    [11, 'b partial CD1.1=submitted CD2.1=withdrawn'],
    [12, 'b partial CD1.2=submitted CD2.1=withdrawn'],
    [16, 'b partial CD1.2=submitted CD2.1=withdrawn CD3.1=late'],
    [18, 'b exempt CD1.2=submitted CD2.1=withdrawn CD3.1=late'],
    [20, 'c exempt CD1.2=submitted CD2.1=withdrawn CD3.1=late'],
  ]
  for (const [at, expected] of table)
    it(`on the ${at}th: ${expected}`, () => {
      const standing = standingAt(CAMPAIGN, enrolment, versions, day(at))
      const shown =
        standing === null
          ? 'not enrolled'
          : [
              standing.unit,
              standing.tally.state,
              ...Object.entries(standing.heads).map(
                ([topic, head]) => `${topic}.${head.version}=${head.state}`,
              ),
            ].join(' ')
      expect(shown).to.equal(expected)
    })

  it('knows a paper from when it was written down, whenever it came', () => {
    const paper = version('CD4', 1, 8, { file: null, paper: { id: 'p', note: null, recordedAt: day(13) } })
    expect(standingAt(CAMPAIGN, enrolment, [paper], day(12))?.heads).to.deep.equal({})
    expect(standingAt(CAMPAIGN, enrolment, [paper], day(13))?.heads['CD4']).to.deep.equal({
      state: 'submitted',
      version: 1,
      submittedAt: day(8),
      late: false,
      paper: true,
    })
  })

  const judged = [
    version('CD1', 1, 7, { reviews: [review('returned', 10), review('accepted', 12)] }),
    version('CD2', 1, 7, { reviews: [review('returned', 10)] }),
    version('CD2', 2, 15, { reviews: [review('accepted', 17)] }),
  ]
  const verdicts: [at: number, expected: string, missing: number][] = [
    [9, 'CD1.1=submitted CD2.1=submitted', 3],
    // Owed again from the moment it was returned, not before.
    [10, 'CD1.1=returned CD2.1=returned', 5],
    [12, 'CD1.1=accepted CD2.1=returned', 4],
    [15, 'CD1.1=accepted CD2.2=late', 3],
    [17, 'CD1.1=accepted CD2.2=accepted', 3],
  ]
  for (const [at, expected, missing] of verdicts)
    it(`tells verdicts as they were on the ${at}th: ${expected}`, () => {
      const standing = standingAt(CAMPAIGN, { ...enrolment, exemption: null }, judged, day(at))
      const heads = Object.entries(standing!.heads).map(
        ([topic, head]) => `${topic}.${head.version}=${head.state}`,
      )
      expect(heads.join(' ')).to.equal(expected)
      expect(standing!.tally.missing).to.equal(missing)
    })

  it('does not change when more happens afterwards', () => {
    const before = standingAt(CAMPAIGN, enrolment, versions, day(12))
    const after = standingAt(
      CAMPAIGN,
      {
        ...enrolment,
        unit: 'd',
        stays: [...enrolment.stays, { unit: 'd', since: day(25) }],
        exemption: null,
        pastExemptions: [
          ...enrolment.pastExemptions,
          { id: 'x2', reason: 'đi học', at: day(18), by: 's', endedAt: day(25), endedBy: 's' },
        ],
      },
      [...versions, version('CD1', 3, 24), version('CD4', 1, 24)].reverse(),
      day(12),
    )
    expect(after).to.deep.equal(before)
  })
})
