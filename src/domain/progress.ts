import type { TopicCode } from './campaign.ts'

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
