import type { RosterImport } from '../domain/roster-import.ts'
import type { RosterImportStore } from '../ports/roster-imports.ts'
import { claimsOn } from './claims.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'
import type { RosterImportDoc } from './models/roster-import.ts'
import { unitInScope } from './scope.ts'

const importOf = ({
  _id,
  underWay: _underWay,
  lease: _lease,
  attempts: _attempts,
  ...roster
}: RosterImportDoc): RosterImport => ({ ...roster, id: _id })

export const rosterImportStore = ({ rosterImports }: Models): RosterImportStore => {
  const claims = claimsOn<RosterImportDoc>(rosterImports)
  return {
    async insert({ id, ...roster }, tx) {
      await rosterImports.create([{ ...roster, _id: id, attempts: 0 }], inTx(tx))
    },
    async find(scope, id) {
      const doc = await rosterImports
        .findOne({ $and: [{ _id: id }, unitInScope(scope)] })
        .lean<RosterImportDoc>()
      return doc && importOf(doc)
    },
    async list(scope, campaign, unit, limit) {
      const docs = await rosterImports
        .find({ $and: [{ campaign, ...(unit === null ? {} : { path: unit }) }, unitInScope(scope)] })
        .sort({ uploadedAt: -1, _id: -1 })
        .limit(limit)
        .lean<RosterImportDoc[]>()
      return docs.map(importOf)
    },
    async confirm(id, by, at, tx) {
      const { modifiedCount } = await rosterImports.updateOne(
        { _id: id, state: 'previewed' },
        { $set: { state: 'queued', confirmedBy: by.id, confirmedAt: at, underWay: true, attempts: 0 } },
        inTx(tx),
      )
      return modifiedCount === 1
    },

    async claim(claim, now, until) {
      const doc = await claims.claim(claim, now, until)
      return doc && { roster: importOf(doc), attempt: doc.attempts }
    },
    renew: claims.renew,
    advance: async (claim, applied, tx) => claims.update(claim, { $set: { applied } }, { tx }),
    showAgain: async (claim, shown) =>
      claims.end(claim, { ...shown, state: 'previewed', isChanged: true, confirmedAt: null }),
    finish: async (claim, counts, at, tx) =>
      claims.end(claim, { state: 'done', counts, finishedAt: at }, { tx }),
    fail: async (claim, failure, at) => claims.end(claim, { state: 'failed', failure, finishedAt: at }),
    giveBack: claims.giveBack,
    due: claims.due,
  }
}
