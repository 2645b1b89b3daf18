import { expect } from 'chai'
import { mailDomain, nextTurn, type Pace, takeRoom } from '../../../src/domain/pace.ts'

const START = Date.parse('2018-12-07T02:00:00Z')
const at = (seconds: number): Date => new Date(START + seconds * 1000)

describe('turns with a mail domain', () => {
  /** Turns asked for at these seconds, two a minute → when they are, in seconds. */
  const turns = (asked: readonly number[]): number[] => {
    let pace: Pace | null = null
    return asked.map(seconds => {
      const next = nextTurn(pace, 2, at(seconds))
      pace = next.pace
      return (next.turn.getTime() - START) / 1000
    })
  }

  it('are as many a minute as it takes, the rest in the minutes after', () => {
    const cases: [string, number[], number[]][] = [
      ['within the rate', [0, 30], [0, 30]],
      ['all at once', [0, 0, 0, 0, 0], [0, 0, 60, 60, 120]],
      ['in a minute that has room', [0, 0, 0, 70, 70], [0, 0, 60, 70, 120]],
      ['a new minute once all turns are over', [0, 0, 0, 130, 130, 130], [0, 0, 60, 130, 130, 190]],
      ['not saved up over a standstill', [0, 3600, 3600, 3600], [0, 3600, 3600, 3660]],
    ]
    for (const [name, asked, expected] of cases) expect(turns(asked), name).to.deep.equal(expected)
  })

  it('are as many as a minute has room for where all may wait for the next one', () => {
    let pace: Pace | null = null
    const rooms = (
      [
        [0, 4],
        [10, 4],
        [59, 4],
        [60, 4],
        [61, 9],
      ] as const
    ).map(([seconds, wanted]) => {
      const taken = takeRoom(pace, 6, wanted, at(seconds))
      pace = taken.pace
      return taken.room
    })
    expect(rooms).to.deep.equal([4, 2, 0, 4, 2])
  })

  it('are by the domain, however it is written', () => {
    expect(mailDomain('a.b@Gmail.COM')).to.equal('gmail.com')
    expect(mailDomain('"a@b"@hungyen.example')).to.equal('hungyen.example')
  })
})
