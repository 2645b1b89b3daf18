import type { Heartbeats } from '../ports/heartbeats.ts'
import type { Models } from './models/index.ts'

export const heartbeatStore = ({ heartbeats }: Models): Heartbeats => ({
  async beat(worker) {
    await heartbeats.updateOne({ _id: worker }, { $currentDate: { at: true } }, { upsert: true })
  },
  async stop(worker) {
    await heartbeats.deleteOne({ _id: worker })
  },
  async list() {
    return heartbeats.aggregate<{ worker: string; silentMs: number }>([
      { $project: { _id: 0, worker: '$_id', silentMs: { $subtract: ['$$NOW', '$at'] } } },
      { $sort: { silentMs: 1 } },
    ])
  },
  async countAlive(withinMs) {
    return heartbeats.countDocuments({ $expr: { $gt: ['$at', { $subtract: ['$$NOW', withinMs] }] } })
  },
})
