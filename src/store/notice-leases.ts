import { randomUUID } from 'node:crypto'
import type { Notice } from '../domain/notice.ts'
import type { NoticeOutcome, NoticeStore } from '../ports/reminders.ts'
import { inBatches } from './batches.ts'
import { direct } from './connect.ts'
import type { Models } from './models/index.ts'
import type { NoticeDoc } from './models/notice.ts'

interface Claim {
  readonly id: string
  readonly attempt: number
  readonly now: Date
  readonly until: Date
}

interface Settlement {
  readonly id: string
  readonly until: Date
  readonly outcome: NoticeOutcome
}

export const unleased = (now: Date) => ({
  $or: [{ leasedUntil: { $exists: false } }, { leasedUntil: { $lte: now } }],
})

/** Notices are taken and let go many at a time: a wave is mailed by several at once. */
export const noticeLeases = (
  { notices }: Pick<Models, 'notices'>,
  noticeOf: (doc: NoticeDoc) => Notice,
): Pick<NoticeStore, 'claim' | 'settle'> => {
  const claim = inBatches(async (claims: readonly Claim[]) => {
    const leasedBy = randomUUID()
    await direct<NoticeDoc>(notices).bulkWrite(
      claims.map(({ id, attempt, now, until }) => ({
        updateOne: {
          filter: { _id: id, state: 'queued', attempt, tryAt: { $lte: now }, ...unleased(now) },
          update: { $set: { leasedUntil: until, leasedBy } },
        },
      })),
      { ordered: false },
    )
    const docs = await direct<NoticeDoc>(notices)
      .find({ _id: { $in: claims.map(({ id }) => id) }, leasedBy })
      .toArray()
    const taken = new Map(docs.map(noticeOf).map(notice => [notice.id, notice]))
    return claims.map(({ id }) => {
      const notice = taken.get(id) ?? null
      // Where two of us ask for the same one at once, the first has it.
      taken.delete(id)
      return notice
    })
  })
  const settle = inBatches(async (settlements: readonly Settlement[]) => {
    await direct<NoticeDoc>(notices).bulkWrite(
      settlements.map(({ id, until, outcome }) => ({
        updateOne: {
          filter: { _id: id, leasedUntil: until },
          update: { $set: outcome, $unset: { leasedUntil: 1, leasedBy: 1 } },
        },
      })),
      { ordered: false },
    )
    return settlements.map(() => undefined)
  })
  return {
    claim: async (id, attempt, now, until) => claim({ id, attempt, now, until }),
    settle: async (id, until, outcome) => settle({ id, until, outcome }),
  }
}
