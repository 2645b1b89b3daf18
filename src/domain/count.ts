import type { Campaign, TopicCode } from './campaign.ts'
import { owedTopics, tallyOf } from './completion.ts'
import type { Enrolment } from './enrolment.ts'
import {
  addDays,
  type DayTotals,
  dayTotalsOf,
  percentOf,
  type TopicTotals,
  type Totals,
  topicTotalsOf,
  totalsOf,
} from './progress.ts'
import { isSame } from './same.ts'
import type { UnitCode } from './unit.ts'

/** What was counted over some people. */
export interface Count {
  readonly totals: Totals
  readonly topics: readonly TopicTotals[]
  readonly days: readonly DayTotals[]
}

/** Of a unit: the people directly in it, and those of the whole subtree. */
export interface UnitCount {
  readonly own: Count
  readonly all: Count
}

export const addTotals = (a: Totals, b: Totals): Totals => {
  const expected = a.expected + b.expected
  const submitted = a.submitted + b.submitted
  return {
    people: a.people + b.people,
    exempt: a.exempt + b.exempt,
    expected,
    submitted,
    onTime: a.onTime + b.onTime,
    late: a.late + b.late,
    missing: a.missing + b.missing,
    percent: percentOf(submitted, expected),
    complete: a.complete + b.complete,
    partial: a.partial + b.partial,
    nothing: a.nothing + b.nothing,
  }
}

const addTopics = (a: TopicTotals, b: TopicTotals): TopicTotals => ({
  topic: a.topic,
  submitted: a.submitted + b.submitted,
  onTime: a.onTime + b.onTime,
  late: a.late + b.late,
  missing: a.missing + b.missing,
})

const noEssays = (topic: TopicCode): TopicTotals => ({ topic, submitted: 0, onTime: 0, late: 0, missing: 0 })

/** The sum of counts; of no counts, nobody. It has exactly the given topics, in their order. */
export const addCounts = (topics: readonly TopicCode[], counts: readonly Count[]): Count => ({
  totals: counts.map(count => count.totals).reduce(addTotals, totalsOf([])),
  topics: topics.map(topic =>
    counts
      .flatMap(count => count.topics.filter(entry => entry.topic === topic))
      .reduce(addTopics, noEssays(topic)),
  ),
  days: addDays(counts.flatMap(count => count.days)),
})

/** Is the stored tally what the rules say of what was handed in? */
export const hasRightTally = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  { heads, exemption, tally }: Pick<Enrolment, 'heads' | 'exemption' | 'tally'>,
): boolean => isSame(tally, tallyOf(campaign, heads, exemption !== null))

/** Counts people by the rules themselves, from what they handed in; their stored tallies are not looked at. */
export const countPeople = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  people: readonly Pick<Enrolment, 'heads' | 'exemption'>[],
): Count => {
  const counted = people.map(({ heads, exemption }) => ({
    heads,
    tally: tallyOf(campaign, heads, exemption !== null),
    owed: owedTopics(campaign, heads, exemption !== null),
  }))
  return {
    totals: totalsOf(counted.map(person => person.tally)),
    topics: topicTotalsOf(campaign, counted),
    days: dayTotalsOf(campaign, counted),
  }
}

/** A number that is stored otherwise than it was counted. */
export interface Difference {
  readonly unit: UnitCode
  readonly part: keyof UnitCount
  /** `missing`, `CD1.late`, `2018-12-07.onTime`. */
  readonly field: string
  readonly stored: number
  readonly counted: number
}

const named = (name: string, numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers).map(([field, value]) => [`${name}.${field}`, value] as const)

/** With all of these days, whether something came on them or not. */
const numbersOf = (
  { totals, topics, days }: Count,
  shown: readonly DayTotals['day'][],
): readonly (readonly [string, number])[] => [
  ...Object.entries(totals),
  ...topics.flatMap(({ topic, ...rest }) => named(topic, rest)),
  ...shown.flatMap(day => {
    const { onTime, late } = days.find(entry => entry.day === day) ?? { onTime: 0, late: 0 }
    return named(day, { onTime, late })
  }),
]

/** All numbers in which what is stored of a unit differs from what was counted. */
export const differencesOf = (unit: UnitCode, stored: UnitCount, counted: UnitCount): readonly Difference[] =>
  (['own', 'all'] as const).flatMap(part => {
    const days = addDays([...stored[part].days, ...counted[part].days]).map(({ day }) => day)
    const before = new Map(numbersOf(stored[part], days))
    return numbersOf(counted[part], days).flatMap(([field, number]) => {
      const was = before.get(field) ?? 0
      return was === number ? [] : [{ unit, part, field, stored: was, counted: number }]
    })
  })
