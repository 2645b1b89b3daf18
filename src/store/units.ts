import type { QueryFilter } from 'mongoose'
import type { Unit } from '../domain/unit.ts'
import type { UnitStore } from '../ports/units.ts'
import { foundByKey } from './batches.ts'
import { inTx, sessionOf } from './connect.ts'
import type { Models } from './models/index.ts'
import type { UnitDoc } from './models/unit.ts'
import { withCode } from './plain.ts'
import { unitInScope } from './scope.ts'

export const unitStore = ({ units }: Models): UnitStore => {
  const list = async (filter: QueryFilter<UnitDoc>) => (await units.find(filter).lean()).map(withCode)
  // Every mail of a wave asks for one.
  const byCode = foundByKey(
    async codes => list({ _id: { $in: [...codes] } }),
    ({ code }) => code,
  )
  const byName = new Intl.Collator('vi').compare

  return {
    async find(scope, code) {
      const doc = await units.findOne({ $and: [{ _id: code }, unitInScope(scope)] }).lean()
      return doc && withCode(doc)
    },
    async children(parent) {
      return (await list({ parent })).sort((a, b) => byName(a.name, b.name))
    },
    async childrenOf(parents) {
      return list({ parent: { $in: [...parents] } })
    },
    async top(scope) {
      const highest = await list(
        scope.kind === 'everything' ? { parent: null } : { _id: { $in: [...scope.units] } },
      )
      return highest.reduce<Unit | null>(
        (top, unit) => (top === null || unit.path.length < top.path.length ? unit : top),
        null,
      )
    },
    async successors(code) {
      return list({ predecessors: code })
    },
    async subtree(code) {
      return list({ path: code })
    },
    async all(tx) {
      return (await units.find().session(sessionOf(tx)).lean()).map(withCode)
    },
    async byCodes(codes) {
      const [only, ...more] = codes
      return only !== undefined && more.length === 0 ? byCode(only) : list({ _id: { $in: [...codes] } })
    },
    async save(changed, tx) {
      if (changed.length === 0) return
      await units.bulkWrite(
        changed.map(({ code, ...unit }) => ({
          replaceOne: { filter: { _id: code }, replacement: { ...unit, _id: code } as never, upsert: true },
        })),
        inTx(tx),
      )
    },
    async remove(codes, tx) {
      await units.deleteMany({ _id: { $in: [...codes] } }, inTx(tx))
    },
  }
}
