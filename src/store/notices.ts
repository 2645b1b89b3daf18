import type { Channel } from '../domain/channel.ts'
import { WAVE_KINDS } from '../domain/mail-kind.ts'
import { type Notice, type NoticeState, REASONS_TO_CALL } from '../domain/notice.ts'
import { nameKey } from '../domain/vietnamese.ts'
import type { NoticeStore } from '../ports/reminders.ts'
import { inTx, sessionOf } from './connect.ts'
import type { Models } from './models/index.ts'
import type { NoticeDoc } from './models/notice.ts'
import { noticesDue } from './notices-due.ts'
import { isDuplicateKey, withId } from './plain.ts'
import { unitInScope } from './scope.ts'
import { behind } from './search.ts'

type Undelivered = Pick<Notice, 'email' | 'reason' | 'detail'> & { _id: string }

/** Notices of before took no turns, and were mails. */
const noticeOf = ({ nameKey: _key, leasedUntil: _until, leasedBy: _by, ...doc }: NoticeDoc): Notice => ({
  ...withId(doc),
  turn: doc.turn ?? null,
  channel: doc.channel ?? 'mail',
})

const ofChannel = (channel: Channel) =>
  channel === 'mail' ? { channel: { $ne: 'message' as const } } : { channel }

export const noticeStore = ({ notices, waves }: Models): NoticeStore => ({
  async insert(list, tx) {
    if (list.length === 0) return
    try {
      await notices.insertMany(
        list.map(({ id, ...notice }) => ({ ...notice, _id: id, nameKey: nameKey(notice.name) })),
        { ordered: false, ...inTx(tx) },
      )
    } catch (error) {
      // All others are written: somebody was here before, perhaps we ourselves before we were killed.
      if (tx !== undefined || !isDuplicateKey(error)) throw error
    }
  },
  async remindersOf(enrolments) {
    const rows = await notices.aggregate<{ _id: string; count: number; lastAt: Date }>([
      { $match: { enrolment: { $in: [...enrolments] }, kind: { $in: [...WAVE_KINDS] } } },
      { $group: { _id: '$enrolment', count: { $sum: 1 }, lastAt: { $max: '$createdAt' } } },
    ])
    return new Map(rows.map(({ _id, ...row }) => [_id, row]))
  },
  async ofEnrolment(scope, enrolment, limit) {
    const docs = await notices
      .find({ $and: [{ enrolment }, unitInScope(scope)] })
      .sort({ createdAt: -1 })
      .limit(limit)
      .lean<NoticeDoc[]>()
    return docs.map(noticeOf)
  },
  async countSince(since) {
    const rows = await notices.aggregate<{ _id: Pick<NoticeDoc, 'kind' | 'state'>; count: number }>([
      { $match: { createdAt: { $gte: since } } },
      { $group: { _id: { kind: '$kind', state: '$state' }, count: { $sum: 1 } } },
    ])
    return rows.map(({ _id: { kind, state }, count }) => ({ kind, state, count }))
  },
  async isWritten(cause, tx) {
    return (await notices.exists({ cause }).session(sessionOf(tx))) !== null
  },
  async heldDomains(scope, cause, now) {
    const domain = { $toLower: { $arrayElemAt: [{ $split: ['$email', '@'] }, -1] } }
    const rows = await notices.aggregate<{ _id: string; waiting: number; until: Date }>([
      { $match: { $and: [{ cause, state: 'queued', turn: { $gt: now } }, unitInScope(scope)] } },
      { $group: { _id: domain, waiting: { $sum: 1 }, until: { $min: '$tryAt' } } },
      { $sort: { waiting: -1, _id: 1 } },
    ])
    return rows.map(({ _id, ...row }) => ({ domain: _id, ...row }))
  },
  ...noticesDue({ notices, waves }, noticeOf),
  async firstKnown(ids) {
    const docs = await notices.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean()
    return ids.find(id => docs.some(({ _id }) => _id === id)) ?? null
  },
  async noteBounce(id, verdict, detail) {
    const { modifiedCount } =
      verdict === 'delayed'
        ? await notices.updateOne({ _id: id, state: 'sent' }, { $set: { reason: 'delayed', detail } })
        : await notices.updateOne(
            // It may come back sooner than the sender has noted that it was sent: he has nothing to note any more.
            { _id: id, state: { $in: ['sent', 'queued'] } },
            { $set: { state: 'bounced', reason: 'returned-mail', detail }, $unset: { leasedUntil: 1 } },
          )
    return modifiedCount > 0
  },
  async lostMails(enrolments) {
    const docs = await notices.aggregate<{ _id: string; email: string }>([
      {
        $match: {
          enrolment: { $in: [...enrolments] },
          state: { $in: ['sent', 'bounced', 'failed'] },
          ...ofChannel('mail'),
        },
      },
      { $sort: { createdAt: -1, _id: -1 } },
      { $group: { _id: '$enrolment', email: { $first: '$email' }, reason: { $first: '$reason' } } },
      { $match: { reason: { $in: ['refused', 'returned-mail'] } } },
    ])
    return new Map(docs.map(({ _id, email }) => [_id, email]))
  },
  async undelivered(scope, campaign, unit) {
    const docs = await notices.aggregate<Undelivered & { state: NoticeState }>([
      {
        $match: {
          $and: [
            { campaign, state: { $in: ['sent', 'bounced', 'failed'] }, ...ofChannel('mail') },
            unitInScope(scope),
            unit === null ? {} : { path: unit },
          ],
        },
      },
      { $sort: { createdAt: -1, _id: -1 } },
      {
        $group: {
          _id: '$enrolment',
          state: { $first: '$state' },
          email: { $first: '$email' },
          reason: { $first: '$reason' },
          detail: { $first: '$detail' },
        },
      },
      { $match: { state: { $in: ['bounced', 'failed'] } } },
    ])
    return docs.map(({ _id, email, reason, detail }) => ({ enrolment: _id, email, reason, detail }))
  },
  async page(scope, cause, { state, toCall = false, after, limit }) {
    const last = after === undefined ? null : await notices.findById(after).lean<NoticeDoc>()
    const docs = await notices
      .find({
        cause,
        $and: [
          unitInScope(scope),
          state === undefined ? {} : { state },
          toCall ? { reason: { $in: [...REASONS_TO_CALL] } } : {},
          last === null ? {} : behind(last),
        ],
      })
      .sort({ nameKey: 1, _id: 1 })
      .limit(limit)
      .lean<NoticeDoc[]>()
    return docs.map(noticeOf)
  },
})
