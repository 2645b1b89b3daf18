import type { PipelineStage } from 'mongoose'
import type { CampaignCode, TopicCode } from '../domain/campaign.ts'
import type { Count } from '../domain/count.ts'
import {
  type ChosenFilter,
  owesNothing,
  PERSON_STATES,
  type PersonState,
  type StateCounts,
} from '../domain/enrolment-filter.ts'
import { ESSAY_STATES, isReceived } from '../domain/essay.ts'
import { addDays, percentOf } from '../domain/progress.ts'
import type { UnitCode } from '../domain/unit.ts'

export const RECEIVED = ESSAY_STATES.filter(isReceived)

const count = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } })
const is = (state: string) => ({ $eq: ['$tally.state', state] })
const inState = (state: string) => count(is(state))

const field = (topic: TopicCode, number: 'onTime' | 'late' | 'missing') => `${topic}_${number}`

const isReceivedOn = (topic: TopicCode) => ({ $in: [`$heads.${topic}.state`, RECEIVED] })

/** As `owedTopics`: whoever has written on enough of them owes none of the others. */
const owes = (topic: TopicCode) => ({
  $and: [{ $gt: ['$tally.missing', 0] }, { $not: [isReceivedOn(topic)] }],
})

const topicSums = (topic: TopicCode) => {
  const received = isReceivedOn(topic)
  const isLate = { $eq: [`$heads.${topic}.late`, true] }
  const writes = { $ne: ['$tally.state', 'exempt'] }
  return {
    [field(topic, 'onTime')]: count({ $and: [writes, received, { $not: [isLate] }] }),
    [field(topic, 'late')]: count({ $and: [writes, received, isLate] }),
    [field(topic, 'missing')]: count(owes(topic)),
  }
}

const PERSONS = {
  exempt: is('exempt'),
  complete: is('complete'),
  partial: is('partial'),
  nothing: is('nothing'),
  missing: { $gt: ['$tally.missing', 0] },
  'no-address': { $and: [{ $gt: ['$tally.missing', 0] }, { $eq: ['$person.email', null] }] },
  late: '$tally.isLate',
} as const satisfies Record<PersonState, unknown>

/** How people are divided over the states and topics that lists are filtered by. */
export const stateStages = (
  matching: PipelineStage.Match['$match'],
  topics: readonly TopicCode[],
  chosen: ChosenFilter,
): PipelineStage[] => {
  const sum = (state: PersonState) =>
    count(
      chosen.owing === undefined || owesNothing(state)
        ? PERSONS[state]
        : { $and: [PERSONS[state], owes(chosen.owing)] },
    )
  const owing = (topic: TopicCode) =>
    count(
      chosen.state === undefined || owesNothing(chosen.state)
        ? owes(topic)
        : { $and: [owes(topic), PERSONS[chosen.state]] },
    )
  return [
    { $match: matching },
    {
      $group: {
        _id: null,
        people: { $sum: 1 },
        ...Object.fromEntries(PERSON_STATES.map(state => [state, sum(state)])),
        ...Object.fromEntries(topics.map(topic => [field(topic, 'missing'), owing(topic)])),
      },
    },
  ]
}

/** Sums by unit over the people directly in it, from the tallies and heads that lie in their enrolments. */
export const countStages = (
  campaign: CampaignCode,
  topics: readonly TopicCode[],
  units: readonly UnitCode[],
): PipelineStage[] => [
  { $match: { campaign, unit: { $in: [...units] } } },
  {
    $group: {
      _id: '$unit',
      people: { $sum: 1 },
      exempt: inState('exempt'),
      complete: inState('complete'),
      partial: inState('partial'),
      nothing: inState('nothing'),
      expected: { $sum: '$tally.expected' },
      submitted: { $sum: '$tally.submitted' },
      onTime: { $sum: '$tally.onTime' },
      late: { $sum: '$tally.late' },
      missing: { $sum: '$tally.missing' },
      ...Object.assign({}, ...topics.map(topicSums)),
    },
  },
]

/** What came on each day for the people directly in each unit. */
export const dayStages = (
  campaign: CampaignCode,
  topics: readonly TopicCode[],
  units: readonly UnitCode[],
): PipelineStage[] => [
  { $match: { campaign, unit: { $in: [...units] }, 'tally.state': { $ne: 'exempt' } } },
  { $project: { unit: 1, head: { $objectToArray: '$heads' } } },
  { $unwind: '$head' },
  { $match: { 'head.k': { $in: [...topics] }, 'head.v.state': { $in: RECEIVED } } },
  {
    $group: {
      _id: {
        unit: '$unit',
        // As `hanoiDay`.
        day: { $dateToString: { date: '$head.v.submittedAt', format: '%Y-%m-%d', timezone: '+07:00' } },
      },
      onTime: count({ $not: ['$head.v.late'] }),
      late: count('$head.v.late'),
    },
  },
]

/** One document of it. */
export interface CountedDay {
  readonly _id: { readonly unit: UnitCode; readonly day: string }
  readonly onTime: number
  readonly late: number
}

/** One document of `countStages`; the sums of topics lie beside the totals. */
export type CountedUnit = { readonly _id: UnitCode } & CountedSums
type CountedSums = Omit<Count['totals'], 'percent'> & Readonly<Record<string, unknown>>

/** The one document of `stateStages`; there is none where nobody was found. */
export type CountedStates = Readonly<Record<string, unknown>>

export const statesOf = (doc: CountedStates | undefined, topics: readonly TopicCode[]): StateCounts => {
  const of = (name: string): number => Number(doc?.[name] ?? 0)
  return {
    people: of('people'),
    states: {
      exempt: of('exempt'),
      complete: of('complete'),
      partial: of('partial'),
      nothing: of('nothing'),
      missing: of('missing'),
      'no-address': of('no-address'),
      late: of('late'),
    },
    owing: Object.fromEntries(topics.map(topic => [topic, of(field(topic, 'missing'))])),
  }
}

export const countOf = (
  doc: CountedSums,
  topics: readonly TopicCode[],
  days: readonly CountedDay[],
): Count => {
  const { people, exempt, expected, submitted, onTime, late, missing, complete, partial, nothing } = doc
  return {
    totals: {
      people,
      exempt,
      expected,
      submitted,
      onTime,
      late,
      missing,
      percent: percentOf(submitted, expected),
      complete,
      partial,
      nothing,
    },
    topics: topics.map(topic => {
      const of = (number: 'onTime' | 'late' | 'missing'): number => Number(doc[field(topic, number)])
      return {
        topic,
        submitted: of('onTime') + of('late'),
        onTime: of('onTime'),
        late: of('late'),
        missing: of('missing'),
      }
    }),
    days: addDays(days.map(({ _id: { day }, onTime, late }) => ({ day, onTime, late }))),
  }
}
