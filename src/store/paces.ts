import { nextTurn, type Pace } from '../domain/pace.ts'
import type { PaceStore } from '../ports/paces.ts'
import type { Models } from './models/index.ts'
import type { PaceDoc } from './models/pace.ts'
import { isDuplicateKey } from './plain.ts'

export const paceStore = ({ paces }: Models, perMinute: number | undefined): PaceStore => {
  /** false: somebody else was quicker. */
  const replace = async (domain: string, before: Pace | null, pace: Pace): Promise<boolean> => {
    if (before !== null) {
      const { matchedCount } = await paces.updateOne(
        { _id: domain, start: before.start, taken: before.taken },
        { $set: pace },
      )
      return matchedCount > 0
    }
    try {
      await paces.create({ _id: domain, ...pace })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
  return {
    async takeTurn(domain, now) {
      if (perMinute === undefined) return now
      for (;;) {
        const before = await paces.findById(domain).lean<PaceDoc>()
        const { turn, pace } = nextTurn(before, perMinute, now)
        if (await replace(domain, before, pace)) return turn
      }
    },
  }
}
