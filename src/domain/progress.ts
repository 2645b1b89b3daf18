import type { Campaign, TopicCode } from './campaign.ts'
import type { Tally } from './completion.ts'
import { type EssayHead, isReceived } from './essay.ts'
import { hanoiDay } from './time.ts'

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

/** Of one calendar day in Hanoi, `YYYY-MM-DD`: what came on it of the essays that count in the topics. */
export interface DayTotals {
  readonly day: string
  readonly onTime: number
  readonly late: number
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

interface Writer {
  readonly tally: Tally
  readonly heads: Readonly<Record<TopicCode, EssayHead>>
}

const receivedOf = (people: readonly Writer[], topic: TopicCode): readonly EssayHead[] =>
  people.flatMap(({ tally, heads }) => {
    const head = heads[topic]
    return tally.state !== 'exempt' && head !== undefined && isReceived(head.state) ? [head] : []
  })

/** What people gave and owe, topic by topic. `owed` is `owedTopics` of theirs. */
export const topicTotalsOf = (
  { topics }: Pick<Campaign, 'topics'>,
  people: readonly (Writer & { readonly owed: readonly TopicCode[] })[],
): readonly TopicTotals[] =>
  topics.map(({ code }) => {
    const received = receivedOf(people, code)
    const late = received.filter(head => head.late).length
    return {
      topic: code,
      submitted: received.length,
      onTime: received.length - late,
      late,
      missing: people.filter(({ owed }) => owed.includes(code)).length,
    }
  })

/** Sums by day, oldest first; a day may be given more than once, and one without essays is left out. */
export const addDays = (days: readonly DayTotals[]): readonly DayTotals[] => {
  const sums = new Map<string, DayTotals>()
  for (const { day, onTime, late } of days) {
    const before = sums.get(day) ?? { onTime: 0, late: 0 }
    sums.set(day, { day, onTime: before.onTime + onTime, late: before.late + late })
  }
  return [...sums.values()]
    .filter(({ onTime, late }) => onTime + late > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** When the essays that count in the topics came. */
export const dayTotalsOf = (
  { topics }: Pick<Campaign, 'topics'>,
  people: readonly Writer[],
): readonly DayTotals[] =>
  addDays(
    topics
      .flatMap(({ code }) => receivedOf(people, code))
      .map(({ submittedAt, late }) => ({
        day: hanoiDay(submittedAt),
        onTime: late ? 0 : 1,
        late: late ? 1 : 0,
      })),
  )
