import { expect } from 'chai'
import { nextTry, noticeFor, RETRY_PAUSES } from '../../../src/domain/notice.ts'
import { DAY } from '../../../src/domain/time.ts'
import { commonPath, scheduledWaveId, waveState } from '../../../src/domain/wave.ts'

const NOW = new Date('2018-12-07T02:00:00Z')

describe('a notice', () => {
  const person = {
    name: 'Trần Thị Bé',
    birth: null,
    gender: null,
    staffCode: null,
    email: null,
    phone: '0912345678',
  }
  const enrolment = { id: 'e1', campaign: 'dot', unit: 'van-lam', path: ['tld', 'van-lam'], person }
  const reason = { id: 'reminder-e1-1', kind: 'reminder', cause: 'w1' } as const

  it('to somebody without an address is skipped from the start, and says whom to call', () => {
    expect(noticeFor(enrolment, reason, NOW)).to.include({
      state: 'skipped',
      reason: 'no-address',
      phone: '0912345678',
    })
  })

  it('to somebody with one is queued', () => {
    const notice = noticeFor({ ...enrolment, person: { ...person, email: 'be@test.example' } }, reason, NOW)
    expect(notice).to.include({ state: 'queued', reason: null, attempt: 0 })
  })

  it('is tried again after growing pauses, for about a day', () => {
    const pauses = RETRY_PAUSES.map((_, attempt) => Number(nextTry(attempt, NOW)) - NOW.getTime())
    expect(pauses).to.deep.equal([...pauses].sort((a, b) => a - b))
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).to.be.within(0.75 * DAY, 1.5 * DAY)
    expect(nextTry(RETRY_PAUSES.length, NOW)).to.equal(null)
  })
})

describe('a wave', () => {
  it('of the schedule has one name for one time', () => {
    expect(scheduledWaveId('dot-1', NOW)).to.equal('dot-1-201812070200')
  })

  it('is in the unit that holds everybody', () => {
    const cases: [string[][], string[]][] = [
      [[], []],
      [[['tld', 'a', 'b']], ['tld', 'a', 'b']],
      [
        [
          ['tld', 'a', 'b'],
          ['tld', 'a', 'c'],
        ],
        ['tld', 'a'],
      ],
      [
        [
          ['tld', 'a'],
          ['tld', 'a', 'c'],
        ],
        ['tld', 'a'],
      ],
      [
        [
          ['tld', 'a', 'c'],
          ['tld', 'a'],
        ],
        ['tld', 'a'],
      ],
      [
        [
          ['tld', 'a'],
          ['tld', 'b'],
        ],
        ['tld'],
      ],
    ]
    for (const [paths, expected] of cases) expect(commonPath(paths)).to.deep.equal(expected)
  })

  it('is planning, then sending, then done; stopped for as long as something is left', () => {
    const none = { queued: 0, sent: 0, bounced: 0, failed: 0, skipped: 0 }
    const stopped = { at: NOW, by: { id: 'a', name: 'A' } }
    const cases = [
      [false, null, none, 'planning'],
      [true, null, { ...none, queued: 1 }, 'sending'],
      [true, null, { ...none, sent: 1 }, 'done'],
      [false, stopped, none, 'stopped'],
      [true, stopped, { ...none, queued: 1 }, 'stopped'],
      [true, stopped, { ...none, sent: 1 }, 'done'],
    ] as const
    for (const [planned, by, counts, state] of cases)
      expect(waveState({ planned, stopped: by }, counts)).to.equal(state)
  })
})
