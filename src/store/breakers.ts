import type { Breaker } from '../domain/breaker.ts'
import type { BreakerName, BreakerStore } from '../ports/breakers.ts'
import { shared } from './batches.ts'
import { direct } from './connect.ts'
import type { BreakerDoc } from './models/breaker.ts'
import type { Models } from './models/index.ts'

const breakerOf = ({ _id, ...breaker }: BreakerDoc): Breaker => breaker

export const breakerStore = ({ breakers }: Models): BreakerStore => ({
  find: shared<Breaker | null, BreakerName>(async name => {
    const doc = await direct<BreakerDoc>(breakers).findOne({ _id: name })
    return doc && breakerOf(doc)
  }),
  async fail(name, reason, isProbe, now) {
    const doc = await breakers
      .findOneAndUpdate(
        { _id: name },
        {
          $inc: { failures: 1, probes: isProbe ? 1 : 0 },
          $set: { reason },
          $setOnInsert: { since: now, until: null },
        },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<BreakerDoc>()
      .orFail()
    return breakerOf(doc)
  },
  async pause(name, until) {
    await breakers.updateOne({ _id: name, until: null }, { until })
  },
  async takeProbe(name, now, until) {
    const { matchedCount } = await breakers.updateOne({ _id: name, until: { $lte: now } }, { until })
    return matchedCount > 0
  },
  async setProbe(name, at) {
    await breakers.updateOne({ _id: name }, { until: at })
  },
  async close(name) {
    await breakers.deleteOne({ _id: name })
  },
})
