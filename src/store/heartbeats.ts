import type { Heartbeats } from '../ports/heartbeats.ts'
import type { Models } from './models/index.ts'

export const heartbeatStore = ({ heartbeats }: Models): Heartbeats => ({
  async beat(worker) {
    await heartbeats.updateOne({ _id: worker }, { $currentDate: { at: true } }, { upsert: true })
  },
  async stop(worker) {
    await heartbeats.deleteOne({ _id: worker })
  },
  async countAlive(withinMs) {
    return heartbeats.countDocuments({ $expr: { $gt: ['$at', { $subtract: ['$$NOW', withinMs] }] } })
  },
})
