import { expect } from 'chai'
import type { EssayVersion, Review } from '../../../src/domain/essay.ts'
import {
  checkNotAccepted,
  checkReview,
  type Judgement,
  reviewOf,
  stateOf,
  usualRewriting,
} from '../../../src/domain/review.ts'

const day = (n: number): Date => new Date(`2018-12-${String(n).padStart(2, '0')}T10:00:00Z`)

const review = (id: string, verdict: Review['verdict'], at = day(8)): Review => ({
  id,
  verdict,
  note: null,
  dueAt: null,
  at,
  by: 't',
  byName: 'T',
})

const version = (more: Partial<EssayVersion> = {}): EssayVersion => ({
  id: 'v2',
  campaign: 'c',
  enrolment: 'e1',
  topic: 'CD1',
  number: 2,
  file: { id: 'f1', name: 'bài.pdf', type: 'pdf', size: 1, sha256: 'x' },
  paper: null,
  receivedAt: day(7),
  late: false,
  lateBy: 0,
  receipt: 'TH-1',
  idempotencyKey: null,
  by: 'c1',
  byName: 'C',
  onBehalf: false,
  withdrawnAt: null,
  ...more,
})

const deadline = { opensAt: day(6), dueAt: day(14), closesAt: day(31), graceSeconds: 0 }
const exemption = { id: 'x', reason: 'ốm', at: day(6), by: 's' }

describe('the state of a version', () => {
  const table: [what: string, version: EssayVersion, expected: string][] = [
    ['in time', version(), 'submitted'],
    ['late', version({ late: true }), 'late'],
    [
      'accepted, though it came late',
      version({ late: true, reviews: [review('1', 'accepted')] }),
      'accepted',
    ],
    [
      'by the newest verdict',
      version({ reviews: [review('1', 'accepted'), review('2', 'returned')] }),
      'returned',
    ],
    [
      'withdrawn, whatever was said',
      version({ withdrawnAt: day(9), reviews: [review('1', 'returned')] }),
      'withdrawn',
    ],
  ]
  for (const [what, one, expected] of table)
    it(`${expected}: ${what}`, () => {
      expect(stateOf(one)).to.equal(expected)
    })

  it('is that of the moment asked for', () => {
    const one = version({ reviews: [review('1', 'returned', day(8)), review('2', 'accepted', day(10))] })
    expect([7, 8, 9, 10].map(n => stateOf(one, day(n)))).to.deep.equal([
      'submitted',
      'returned',
      'returned',
      'accepted',
    ])
    expect(reviewOf(one, day(9))?.id).to.equal('1')
  })
})

describe('giving a verdict', () => {
  const accept: Judgement = { version: 2, verdict: 'accepted', note: null, dueAt: null, replaces: null }
  const giveBack: Judgement = { ...accept, verdict: 'returned', note: 'Thiếu phần liên hệ.' }
  const table: [what: string, now: number, newest: EssayVersion, given: Judgement, codes: string[]][] = [
    ['accepting', 8, version(), accept, []],
    ['accepting after the due date', 20, version(), accept, []],
    ['returning in time', 8, version(), giveBack, []],
    ['returning without a note', 8, version(), { ...giveBack, note: null }, ['review-note-missing']],
    // Nobody is late because he was asked to write again.
    ['returning after the due date, without a day', 20, version(), giveBack, ['rewriting-needs-date']],
    ['returning after the due date, with a day', 20, version(), { ...giveBack, dueAt: day(27) }, []],
    [
      'returning with a day that is over',
      8,
      version(),
      { ...giveBack, dueAt: day(7) },
      ['rewriting-needs-date'],
    ],
    [
      'returning with nothing that is needed',
      20,
      version(),
      { ...giveBack, note: null },
      ['review-note-missing', 'rewriting-needs-date'],
    ],
    ['a version that is not the newest any more', 8, version({ number: 3 }), accept, ['essay-changed']],
    ['one that was withdrawn', 8, version({ withdrawnAt: day(8) }), accept, ['essay-changed']],
    [
      'after somebody else',
      8,
      version({ reviews: [review('1', 'returned')] }),
      accept,
      ['essay-judged-meanwhile'],
    ],
    [
      'instead of another',
      8,
      version({ reviews: [review('1', 'returned')] }),
      { ...accept, replaces: '1' },
      [],
    ],
  ]
  for (const [what, now, newest, given, codes] of table)
    it(`${what}: ${codes.join(', ') || 'taken'}`, () => {
      const problems = checkReview({ exemption: null }, newest, given, deadline, day(now))
      expect(problems.map(({ code }) => code)).to.deep.equal(codes)
    })

  it('is refused where nothing is owed', () => {
    const problems = checkReview({ exemption }, version(), accept, deadline, day(8))
    expect(problems.map(({ code }) => code)).to.deep.equal(['exempt-from-writing'])
  })

  it('proposes a week, at the hour of the due date, and never less than there is', () => {
    expect(usualRewriting(deadline, new Date('2018-12-20T03:00:00Z'))).to.deep.equal(day(27))
    expect(usualRewriting(deadline, new Date('2018-12-06T03:00:00Z'))).to.deep.equal(day(14))
  })

  it('locks what was accepted, and says which', () => {
    const head = { version: 1, submittedAt: day(7), late: false } as const
    const heads = { CD1: { ...head, state: 'accepted' }, CD2: { ...head, state: 'returned' } } as const
    expect(checkNotAccepted({ heads }, ['CD2', 'CD3'])).to.deep.equal([])
    const [problem] = checkNotAccepted({ heads }, ['CD1', 'CD2'])
    expect(problem).to.deep.include({ code: 'essay-accepted', details: { topics: ['CĐ1'] } })
  })
})
