import type { Campaign, TopicCode } from './campaign.ts'
import type { Tally } from './completion.ts'
import { type EssayHead, isReceived } from './essay.ts'

/** Sums over people. All but `percent` add up over units. */
export interface Totals {
  readonly people: number
  readonly exempt: number
  /** In essays, like submitted, onTime, late and missing. */
  readonly expected: number
  readonly submitted: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  /** Of expected, 0–100 with one decimal; 100 where nothing is expected. */
  readonly percent: number
  /** In people, like partial and nothing. */
  readonly complete: number
  readonly partial: number
  readonly nothing: number
}

/** Of one topic over people who are not exempt. */
export interface TopicTotals {
  readonly topic: TopicCode
  readonly submitted: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
}

export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10

const sum = (tallies: readonly Tally[], field: 'expected' | 'submitted' | 'onTime' | 'late' | 'missing') =>
  tallies.reduce((total, tally) => total + tally[field], 0)

/** The one place where people are added up. */
export const totalsOf = (tallies: readonly Tally[]): Totals => {
  const inState = (state: Tally['state']) => tallies.filter(tally => tally.state === state).length
  const expected = sum(tallies, 'expected')
  const submitted = sum(tallies, 'submitted')
  return {
    people: tallies.length,
    exempt: inState('exempt'),
    expected,
    submitted,
    onTime: sum(tallies, 'onTime'),
    late: sum(tallies, 'late'),
    missing: sum(tallies, 'missing'),
    percent: percentOf(submitted, expected),
    complete: inState('complete'),
    partial: inState('partial'),
    nothing: inState('nothing'),
  }
}

/** What people gave and owe, topic by topic. `owed` is `owedTopics` of theirs. */
export const topicTotalsOf = (
  { topics }: Pick<Campaign, 'topics'>,
  people: readonly {
    readonly tally: Tally
    readonly heads: Readonly<Record<TopicCode, EssayHead>>
    readonly owed: readonly TopicCode[]
  }[],
): readonly TopicTotals[] => {
  const writers = people.filter(person => person.tally.state !== 'exempt')
  return topics.map(({ code }) => {
    const received = writers.flatMap(({ heads }) => {
      const head = heads[code]
      return head !== undefined && isReceived(head.state) ? [head] : []
    })
    const late = received.filter(head => head.late).length
    return {
      topic: code,
      submitted: received.length,
      onTime: received.length - late,
      late,
      missing: writers.filter(({ owed }) => owed.includes(code)).length,
    }
  })
}
