import { expect } from 'chai'
import { BREAKER_PAUSES, FAILURES_BEFORE_PAUSE, pauseUntil } from '../../../src/domain/breaker.ts'

const NOW = new Date('2018-12-07T02:00:00Z')

describe('a server that does not take anything', () => {
  it('is left alone after some failures in a row, longer after each attempt in vain, but never for good', () => {
    const minutes = (failures: number, probes: number): number | null => {
      const until = pauseUntil({ failures, probes }, NOW)
      return until && (until.getTime() - NOW.getTime()) / 60_000
    }
    const cases = [
      [1, 0, null],
      [FAILURES_BEFORE_PAUSE - 1, 0, null],
      [FAILURES_BEFORE_PAUSE, 0, 1],
      [FAILURES_BEFORE_PAUSE + 4, 0, 1],
      [FAILURES_BEFORE_PAUSE + 1, 1, 2],
      [FAILURES_BEFORE_PAUSE + 2, 2, 5],
      [FAILURES_BEFORE_PAUSE + 500, 500, 15],
    ] as const
    for (const [failures, probes, expected] of cases)
      expect(minutes(failures, probes), `${failures} failures, ${probes} probes`).to.equal(expected)
    expect(BREAKER_PAUSES).to.deep.equal([...BREAKER_PAUSES].sort((a, b) => a - b))
  })
})
