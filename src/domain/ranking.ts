import type { Totals } from './progress.ts'

export interface Ranked<T> {
  /** From 1; null: nothing was expected of it, so it is neither first nor last. */
  readonly rank: number | null
  readonly item: T
}

type Share = Pick<Totals, 'submitted' | 'expected'>

/** Which part of what was expected came, compared without rounding: one essay of 25,000 that is missing is missing. */
const compare = (a: Share, b: Share): number => b.submitted * a.expected - a.submitted * b.expected

/**
 * By share, highest first. Equal shares have equal ranks and the next rank is left out (1, 2, 2, 4); among equals the given
 * order stays. Those of whom nothing was expected come last, without a rank.
 */
export const rankByShare = <T>(items: readonly T[], shareOf: (item: T) => Share): readonly Ranked<T>[] => {
  const owing = items.filter(item => shareOf(item).expected > 0)
  const sorted = owing.toSorted((a, b) => compare(shareOf(a), shareOf(b)))
  let rank = 0
  const ranked = sorted.map((item, index): Ranked<T> => {
    const before = sorted[index - 1]
    if (before === undefined || compare(shareOf(before), shareOf(item)) !== 0) rank = index + 1
    return { rank, item }
  })
  const rest = items.filter(item => shareOf(item).expected === 0)
  return [...ranked, ...rest.map(item => ({ rank: null, item }))]
}
