import { WAVE_KINDS } from '../domain/mail-kind.ts'
import { REASONS_TO_CALL } from '../domain/notice.ts'
import type { NoticeCounts, Wave } from '../domain/wave.ts'
import type { SeenWave, WaveStore } from '../ports/reminders.ts'
import { shared } from './batches.ts'
import { direct, inTx } from './connect.ts'
import type { Models } from './models/index.ts'
import type { WaveDoc } from './models/wave.ts'
import { isDuplicateKey, withId } from './plain.ts'
import { unitInScope } from './scope.ts'

interface CountRow extends NoticeCounts {
  readonly _id: string
  readonly withoutAddress: number
  readonly toCall: number
}

/** Waves of before could not be stopped. */
const waveOf = (doc: WaveDoc): Wave => ({ ...withId(doc), stopped: doc.stopped ?? null })

const NOTHING = { queued: 0, sent: 0, bounced: 0, failed: 0, skipped: 0, withoutAddress: 0, toCall: 0 }

const sumWhere = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } })
const inState = (state: keyof NoticeCounts) => sumWhere({ $eq: ['$state', state] })

const COUNTS = {
  _id: '$cause',
  queued: inState('queued'),
  sent: inState('sent'),
  bounced: inState('bounced'),
  failed: inState('failed'),
  skipped: inState('skipped'),
  withoutAddress: sumWhere({ $eq: ['$reason', 'no-address'] }),
  toCall: sumWhere({ $in: ['$reason', REASONS_TO_CALL] }),
}

const byCause = (rows: readonly CountRow[]) => new Map(rows.map(({ _id, ...counts }) => [_id, counts]))

const seenWave = (doc: WaveDoc, counted: ReturnType<typeof byCause>): SeenWave => {
  const wave = waveOf(doc)
  const { withoutAddress, toCall, ...counts } = counted.get(wave.id) ?? NOTHING
  return { wave, counts, withoutAddress, toCall }
}

export const waveStore = ({ waves, notices }: Models): WaveStore => ({
  async insert({ id, ...wave }) {
    try {
      await waves.create({ ...wave, _id: id })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async find(id) {
    const doc = await waves.findById(id).lean<WaveDoc>()
    return doc && waveOf(doc)
  },
  async underKey(actor, idempotencyKey) {
    const doc = await waves.findOne({ 'by.id': actor, idempotencyKey }).lean<WaveDoc>()
    return doc && waveOf(doc)
  },
  async lastScheduled(campaign) {
    const doc = await waves.findOne({ campaign, kind: 'scheduled' }).sort({ at: -1 }).lean<WaveDoc>()
    return doc && waveOf(doc)
  },
  async unplanned() {
    return (await waves.find({ planned: false, stopped: null }).sort({ at: 1 }).lean<WaveDoc[]>()).map(waveOf)
  },
  async markPlanned(id) {
    await waves.updateOne({ _id: id }, { planned: true })
  },
  async stop(id, stopped, tx) {
    const { matchedCount } = await waves.updateOne({ _id: id, stopped: null }, { stopped }, inTx(tx))
    return matchedCount > 0
  },
  async resume(id, tx) {
    const { matchedCount } = await waves.updateOne(
      { _id: id, 'stopped.at': { $exists: true } },
      { stopped: null },
      inTx(tx),
    )
    return matchedCount > 0
  },
  isStopped: shared(async id => {
    const stopped = { _id: id, 'stopped.at': { $exists: true } }
    return (await direct<WaveDoc>(waves).findOne(stopped, { projection: { _id: 1 } })) !== null
  }),
  async recent(limit) {
    const docs = await waves.find().sort({ at: -1, _id: -1 }).limit(limit).lean<WaveDoc[]>()
    const rows = await notices.aggregate<CountRow>([
      { $match: { cause: { $in: docs.map(({ _id }) => _id) } } },
      { $group: COUNTS },
    ])
    return docs.map(doc => seenWave(doc, byCause(rows)))
  },
  async seen(scope, campaign, { id, unit }) {
    const within = { $and: [unitInScope(scope), unit === undefined ? {} : { path: unit }] }
    const rows = await notices.aggregate<CountRow>([
      {
        $match: {
          campaign,
          kind: { $in: [...WAVE_KINDS] },
          ...within,
          ...(id === undefined ? {} : { cause: id }),
        },
      },
      { $group: COUNTS },
    ])
    const counted = byCause(rows)
    const docs = await waves
      .find({
        campaign,
        $or: [{ _id: { $in: [...counted.keys()] } }, within],
        ...(id === undefined ? {} : { _id: id }),
      })
      .sort({ at: -1, _id: -1 })
      .lean<WaveDoc[]>()
    return docs.map(doc => seenWave(doc, counted))
  },
})
