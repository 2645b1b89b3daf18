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

/**
 * Which people a list shows: by their own state, by that of one topic's essay (any state: something was handed in), or
 * those who owe a topic, in whatever state they are or in one.
 */
export type StateFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly state: PersonState }
  | { readonly kind: 'owing'; readonly topic: TopicCode; readonly state: PersonState | 'any' }
  | { readonly kind: 'topic'; readonly topic: TopicCode; readonly state: TopicState | 'any' }

/** What a list is filtered by already, so that one says how many the other would show. */
export interface ChosenFilter {
  readonly state?: PersonState | undefined
  readonly owing?: TopicCode | undefined
}

/** How many people are in each state; some are in several. */
export interface StateCounts {
  /** All, whatever was chosen. */
  readonly people: number
  /** Of those who owe the chosen topic, unless it is a state in which nobody owes one. */
  readonly states: Readonly<Record<PersonState, number>>
  /** Those who owe each topic, of those in the chosen state unless nobody in it owes one. */
  readonly owing: Readonly<Record<TopicCode, number>>
}

/** Nobody in such a state owes any topic. */
export const owesNothing = (state: PersonState): boolean => state === 'complete' || state === 'exempt'

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  list.some(entry => entry === value)

/** `state` means the person's, or the essay's when a topic is given; `owing` goes with the person's. */
export const stateFilter = ({
  state,
  topic,
  owing,
}: {
  readonly state?: string | undefined
  readonly topic?: TopicCode | undefined
  readonly owing?: TopicCode | undefined
}): Result<StateFilter> => {
  if (topic !== undefined && owing !== undefined)
    return refuse(
      problem('input-not-valid', { reason: 'lọc theo topic hoặc theo owing, không cùng lúc' }, 'query/owing'),
    )
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
  const own = state !== undefined && isOneOf(PERSON_STATES, state) ? state : undefined
  if (owing !== undefined) return ok({ kind: 'owing', topic: owing, state: own ?? 'any' })
  return ok(own === undefined ? { kind: 'all' } : { kind: 'person', state: own })
}
