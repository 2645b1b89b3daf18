import { nextTurn, type Pace, takeRoom } from '../domain/pace.ts'
import type { PaceStore } from '../ports/paces.ts'
import { inBatches } from './batches.ts'
import type { Models } from './models/index.ts'
import type { PaceDoc } from './models/pace.ts'
import { isDuplicateKey } from './plain.ts'

interface Asked {
  readonly domain: string
  readonly now: Date
}

/** No domain has an @. */
const keyOf = (channel: string): string => `@${channel}`

export const paceStore = (
  { paces }: Models,
  { perMinute, perDomain }: { readonly perMinute: number; readonly perDomain: number | undefined },
): PaceStore => {
  /** false: somebody else was quicker. */
  const replace = async (id: string, before: Pace | null, pace: Pace): Promise<boolean> => {
    if (before !== null) {
      const { matchedCount } = await paces.updateOne(
        { _id: id, start: before.start, taken: before.taken },
        { $set: pace },
      )
      return matchedCount > 0
    }
    try {
      await paces.create({ _id: id, ...pace })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
  /** What `take` makes of the pace, once nobody was quicker. */
  const change = async <T extends { readonly pace: Pace }>(
    id: string,
    take: (before: Pace | null) => T,
  ): Promise<T> => {
    for (;;) {
      const before = await paces.findById(id).lean<PaceDoc>()
      const taken = take(before)
      const isSame = before?.taken === taken.pace.taken && Number(before.start) === Number(taken.pace.start)
      if (isSame || (await replace(id, before, taken.pace))) return taken
    }
  }
  const turnsWith = async (domain: string, perMinute: number, times: readonly Date[]) => {
    const { turns } = await change(domain, before => {
      const turns: Date[] = []
      let pace = before
      for (const now of times) {
        const next = nextTurn(pace, perMinute, now)
        turns.push(next.turn)
        pace = next.pace
      }
      return { turns, pace: pace ?? { start: new Date(0), taken: 0 } }
    })
    return turns
  }
  const takeTurns = inBatches(async (asked: readonly Asked[]) => {
    if (perDomain === undefined) return asked.map(({ now }) => now)
    const turns = new Map<Asked, Date | undefined>()
    for (const domain of new Set(asked.map(({ domain }) => domain))) {
      const same = asked.filter(one => one.domain === domain)
      const given = await turnsWith(
        domain,
        perDomain,
        same.map(({ now }) => now),
      )
      for (const [n, one] of same.entries()) turns.set(one, given[n])
    }
    return asked.map(one => turns.get(one) ?? one.now)
  })
  return {
    takeTurn: async (domain, now) => takeTurns({ domain, now }),
    async takeRoom(channel, wanted, now) {
      return (await change(keyOf(channel), before => takeRoom(before, perMinute, wanted, now))).room
    },
    async leaveRoom(channel, unused) {
      await paces.updateOne({ _id: keyOf(channel), taken: { $gte: unused } }, { $inc: { taken: -unused } })
    },
  }
}
