/** Chance that can be repeated: the same seed gives the same row. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** Each of them with the given probability, in their order. */
  some<T>(list: readonly T[], probability?: number): readonly T[]
}

/** mulberry32: 32 bits of state are plenty for test cases. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    pick: list => list[between(0, list.length - 1)]!,
    some: (list, probability = 0.5) => list.filter(() => next() < probability),
  }
}
