import type { TopicCode } from './campaign.ts'
import { ENROLMENT_STATES } from './completion.ts'
import { problem } from './problems.ts'
import { ok, type Result, refuse } from './result.ts'

/**
 * Of a person: `missing` owes something, `no-address` owes something and has no mail address, so that he is to be called,
 * `late` has something that counts and came late.
 */
export const PERSON_STATES = [...ENROLMENT_STATES, 'missing', 'no-address', 'late'] as const
/**
 * Of one essay: `missing` and `late` as the totals count them, `unjudged` was received and has no verdict yet, the others
 * are the state itself.
 */
const TOPIC_STATES = [
  'missing',
  'unjudged',
  'submitted',
  'late',
  'returned',
  'accepted',
  'withdrawn',
] as const

export type PersonState = (typeof PERSON_STATES)[number]
type TopicState = (typeof TOPIC_STATES)[number]

export const FILTER_STATES = [...new Set([...PERSON_STATES, ...TOPIC_STATES])] as const

/** Which people a list shows: by their own state, or by that of one topic's essay (any state: something was handed in). */
export type StateFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly state: PersonState }
  | { readonly kind: 'topic'; readonly topic: TopicCode; readonly state: TopicState | 'any' }

/** How many people are in each state; some are in several. */
export interface StateCounts {
  readonly people: number
  readonly states: Readonly<Record<PersonState, number>>
  /** Those who owe each topic. */
  readonly owing: Readonly<Record<TopicCode, number>>
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  list.some(entry => entry === value)

/** `state` means the person's, or the essay's when a topic is given. */
export const stateFilter = (state: string | undefined, topic: TopicCode | undefined): Result<StateFilter> => {
  const states = topic === undefined ? PERSON_STATES : TOPIC_STATES
  if (state !== undefined && !isOneOf<string>(states, state))
    return refuse(
      problem('input-not-valid', { reason: `trạng thái là một trong ${states.join(', ')}` }, 'query/state'),
    )
  if (topic !== undefined)
    return ok({
      kind: 'topic',
      topic,
      state: state !== undefined && isOneOf(TOPIC_STATES, state) ? state : 'any',
    })
  return ok(
    state !== undefined && isOneOf(PERSON_STATES, state) ? { kind: 'person', state } : { kind: 'all' },
  )
}
