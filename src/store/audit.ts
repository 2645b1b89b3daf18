import { type Filter, ObjectId } from 'mongodb'
import type { AuditFilter, AuditLog, AuditPlace, StoredAuditEntry } from '../ports/audit.ts'
import { direct, inTx } from './connect.ts'
import type { Models } from './models/index.ts'
import { unitInScope } from './scope.ts'

type AuditDoc = Omit<StoredAuditEntry, 'id'>

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

const matching = ({ actors, actions, targets, unit, since, until }: AuditFilter): Filter<AuditDoc>[] => [
  ...(actors === undefined ? [] : [{ 'actor.id': { $in: [...actors] } }]),
  ...(actions === undefined
    ? []
    : [
        {
          action: {
            $in: actions.map(action => (action.endsWith('.') ? new RegExp(`^${escaped(action)}`) : action)),
          },
        },
      ]),
  ...(targets === undefined ? [] : [{ target: { $in: [...targets] } }]),
  ...(unit === undefined ? [] : [{ path: unit }]),
  ...(since === undefined ? [] : [{ at: { $gte: since } }]),
  ...(until === undefined ? [] : [{ at: { $lt: until } }]),
]

/** The bound on the time alone is what the index starts from; the `$or` only sorts out those of the same moment. */
const beyondPlace = ({ at, id }: AuditPlace): Filter<AuditDoc>[] => [
  { at: { $lte: at } },
  { $or: [{ at: { $lt: at } }, { _id: { $lt: new ObjectId(id) } }] },
]

export const auditLog = ({ audit }: Models): AuditLog => ({
  async write(entry, tx) {
    await direct<AuditDoc>(audit).insertOne({ ...entry }, inTx(tx))
  },
  async page(scope, filter, beyond, limit) {
    const conditions = [
      unitInScope(scope),
      ...matching(filter),
      ...(beyond === null ? [] : beyondPlace(beyond)),
    ]
    const docs = await direct<AuditDoc>(audit)
      .find({ $and: conditions })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .toArray()
    return docs.map(({ _id, ...entry }) => ({ ...entry, id: _id.toHexString() }))
  },
  async writeAll(entries, tx) {
    if (entries.length === 0) return
    await direct<AuditDoc>(audit).insertMany(
      entries.map(entry => ({ ...entry })),
      inTx(tx),
    )
  },
  async project(entries) {
    if (entries.length === 0) return
    await direct<AuditDoc>(audit).bulkWrite(
      entries.map(({ id, ...entry }) => ({
        updateOne: {
          filter: { _id: new ObjectId(id) },
          update: { $setOnInsert: { ...entry } },
          upsert: true,
        },
      })),
      { ordered: false },
    )
  },
})
