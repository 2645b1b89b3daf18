import { randomUUID } from 'node:crypto'
import { channelOf, type Lane } from '../domain/lane.ts'
import { isAnswer, MAIL_KINDS } from '../domain/mail-kind.ts'
import type { Notice } from '../domain/notice.ts'
import type { NoticeStore } from '../ports/reminders.ts'
import { inBatches } from './batches.ts'
import { direct } from './connect.ts'
import type { Models } from './models/index.ts'
import type { NoticeDoc } from './models/notice.ts'

interface Wanted {
  readonly lane: Lane
  readonly most: number
  readonly now: Date
  readonly until: Date
}

const KINDS = {
  answers: MAIL_KINDS.filter(isAnswer),
  reminders: MAIL_KINDS.filter(kind => !isAnswer(kind)),
  messages: MAIL_KINDS.filter(kind => !isAnswer(kind)),
} satisfies Record<Lane, unknown>

/** Queued, its time come, and in nobody's hands. */
const open = (now: Date) => ({
  state: 'queued' as const,
  tryAt: { $lte: now },
  $or: [{ leasedUntil: { $exists: false } }, { leasedUntil: { $lte: now } }],
})

/**
 * A lease that a failover loses costs one mail twice, as a worker that dies does. So it waits for no journal, and
 * whoever took it sees it at once.
 */
const LEASE = { writeConcern: { w: 1 }, readConcern: { level: 'local' } } as const

/** Notices that are due are taken and let go many at a time. */
export const noticesDue = (
  models: Pick<Models, 'notices' | 'waves'>,
  noticeOf: (doc: NoticeDoc) => Notice,
): Pick<NoticeStore, 'countDue' | 'take' | 'settle'> => {
  const notices = () => direct<NoticeDoc>(models.notices)
  const due = async (lane: Lane, now: Date) => {
    const stopped = await models.waves.find({ 'stopped.at': { $exists: true } }, { _id: 1 }).lean()
    return {
      ...open(now),
      kind: { $in: KINDS[lane] },
      channel: channelOf(lane) === 'mail' ? { $ne: 'message' as const } : ('message' as const),
      ...(stopped.length === 0 ? {} : { cause: { $nin: stopped.map(({ _id }) => _id) } }),
    }
  }
  const takeOnce = async ({ lane, most, now, until }: Wanted): Promise<readonly Notice[]> => {
    const ids = await notices()
      .find(await due(lane, now), { readConcern: LEASE.readConcern, projection: { _id: 1 } })
      .sort({ tryAt: 1 })
      .limit(most)
      .map(({ _id }) => _id)
      .toArray()
    if (ids.length === 0) return []
    const leasedBy = randomUUID()
    const { modifiedCount } = await notices().updateMany(
      { _id: { $in: ids }, ...open(now) },
      { $set: { leasedUntil: until, leasedBy } },
      { writeConcern: LEASE.writeConcern },
    )
    // Another worker was quicker with all of them.
    if (modifiedCount === 0) return takeOnce({ lane, most, now, until })
    const docs = await notices()
      .find({ _id: { $in: ids }, leasedBy }, { readConcern: LEASE.readConcern })
      .toArray()
    return docs.map(noticeOf)
  }
  // One after the other: those who look at the same time would find the same ones.
  const take = inBatches(async (wanted: readonly Wanted[]) => {
    const taken: (readonly Notice[])[] = []
    for (const one of wanted) taken.push(await takeOnce(one))
    return taken
  })
  return {
    async countDue(lane, now, most) {
      return notices().countDocuments(await due(lane, now), { limit: most })
    },
    take: async (lane, most, now, until) => take({ lane, most, now, until }),
    async settle(ids, until, outcome) {
      await notices().updateMany(
        { _id: { $in: [...ids] }, leasedUntil: until },
        { $set: outcome, $unset: { leasedUntil: 1, leasedBy: 1 } },
      )
    },
  }
}
