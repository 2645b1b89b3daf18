import { type Campaign, requiredCount, type TopicCode } from './campaign.ts'
import { type EssayHead, isReceived } from './essay.ts'

export const ENROLMENT_STATES = ['exempt', 'complete', 'partial', 'nothing'] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

/** What one enrolment owes and has given, in essays. */
export interface Tally {
  readonly state: EnrolmentState
  /** Some essay that counts came late. */
  readonly isLate: boolean
  readonly expected: number
  /** Those that count: never more than expected. `submitted = onTime + late`, `missing = expected - submitted`. */
  readonly submitted: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
}

/**
 * The one function that says how complete somebody is. Where n of the topics are enough and more were handed in,
 * those on time are counted first.
 */
export const tallyOf = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  heads: Readonly<Record<TopicCode, EssayHead>>,
  exempt: boolean,
): Tally => {
  if (exempt)
    return { state: 'exempt', isLate: false, expected: 0, submitted: 0, onTime: 0, late: 0, missing: 0 }
  const expected = requiredCount(campaign)
  const received = campaign.topics.flatMap(topic => {
    const head = heads[topic.code]
    return head !== undefined && isReceived(head.state) ? [head] : []
  })
  const punctual = received.filter(head => !head.late).length
  const onTime = Math.min(punctual, expected)
  const late = Math.min(received.length - punctual, expected - onTime)
  const submitted = onTime + late
  return {
    state: submitted === expected ? 'complete' : submitted === 0 ? 'nothing' : 'partial',
    isLate: late > 0,
    expected,
    submitted,
    onTime,
    late,
    missing: expected - submitted,
  }
}

/** Topics nothing counts for; empty for somebody who is exempt or has written on enough of them. */
export const owedTopics = (
  campaign: Pick<Campaign, 'topics' | 'requiredTopics'>,
  heads: Readonly<Record<TopicCode, EssayHead>>,
  exempt: boolean,
): readonly TopicCode[] => {
  if (tallyOf(campaign, heads, exempt).missing === 0) return []
  return campaign.topics.filter(t => !isReceived(heads[t.code]?.state ?? 'missing')).map(t => t.code)
}
