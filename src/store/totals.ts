import type { UnitCount } from '../domain/count.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { TotalsStore } from '../ports/totals.ts'
import { inTx, sessionOf } from './connect.ts'
import { type CountedDay, type CountedUnit, countOf, countStages, dayStages } from './count-stages.ts'
import type { Models } from './models/index.ts'

const rowId = (campaign: string, unit: UnitCode): string => `${campaign}:${unit}`
const unitOf = (id: string): UnitCode => id.slice(id.indexOf(':') + 1)

export const totalsStore = ({ enrolments, unitTotals, recounts, retallies }: Models): TotalsStore => ({
  async stale(limit) {
    const docs = await enrolments
      .find(
        { recount: { $exists: true } },
        { campaign: 1, heads: 1, exemption: 1, tally: 1, revision: 1, recount: 1 },
      )
      .hint({ recount: 1 })
      .limit(limit)
      .lean()
    return docs.map(({ _id, campaign, heads, exemption, tally, revision, recount }) => ({
      id: _id,
      campaign,
      heads,
      exemption,
      tally,
      revision,
      units: recount ?? [],
    }))
  },
  async clear(counted) {
    for (const revision of new Set(counted.map(entry => entry.revision))) {
      const ids = counted.filter(entry => entry.revision === revision).map(entry => entry.id)
      await enrolments.updateMany({ _id: { $in: ids }, revision }, { $unset: { recount: 1 } })
    }
  },
  async ticket() {
    const doc = await recounts
      .findOneAndUpdate(
        { _id: 'recount' },
        { $inc: { ticket: 1 } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean()
    return doc.ticket
  },
  async countOwn({ code, topics }, units) {
    const codes = topics.map(topic => topic.code)
    const [counted, days] = await Promise.all([
      enrolments.aggregate<CountedUnit>(countStages(code, codes, units)),
      enrolments.aggregate<CountedDay>(dayStages(code, codes, units)),
    ])
    return new Map(
      counted.map(({ _id, ...sums }) => [
        _id,
        countOf(
          sums,
          codes,
          days.filter(({ _id: { unit } }) => unit === _id),
        ),
      ]),
    )
  },
  async rows(campaign, units, tx) {
    const docs = await unitTotals
      .find({ _id: { $in: units.map(unit => rowId(campaign, unit)) } }, { 'own.ticket': 0, 'all.ticket': 0 })
      .session(sessionOf(tx))
      .lean()
    return new Map(docs.map(({ _id, ...row }): [UnitCode, Partial<UnitCount>] => [unitOf(_id), row]))
  },
  async write(campaign, part, ticket, counts) {
    if (counts.size === 0) return
    // The driver's own call: mongoose takes no pipelines in bulk. The filter is the id alone, so that two workers that
    // insert the same row are sorted out by the server, and the comparison is part of the write.
    await unitTotals.collection.bulkWrite(
      [...counts].map(([unit, count]) => ({
        updateOne: {
          filter: { _id: rowId(campaign, unit) as never },
          update: [
            {
              $set: {
                [part]: {
                  $cond: [
                    { $gte: [`$${part}.ticket`, ticket] },
                    `$${part}`,
                    { $literal: { ...count, ticket } },
                  ],
                },
              },
            },
          ],
          upsert: true,
        },
      })),
      { ordered: false },
    )
  },
  async staleUnits(campaign, tx) {
    return enrolments.distinct('recount', { campaign, recount: { $exists: true } }, inTx(tx))
  },
  async asOf() {
    return (await recounts.findById('recount').lean())?.asOf ?? null
  },
  async setAsOf(at) {
    await recounts.updateOne({ _id: 'recount' }, { $max: { asOf: at } }, { upsert: true })
  },
  async requestRetally(campaign, id, tx) {
    await retallies.replaceOne(
      { _id: campaign },
      { _id: campaign, id, after: '' },
      { upsert: true, ...inTx(tx) },
    )
  },
  async retallies() {
    return (await retallies.find().lean()).map(({ _id, id, after }) => ({ campaign: _id, id, after }))
  },
  async advance({ campaign, ...seen }, after) {
    const filter = { _id: campaign, ...seen }
    if (after === null) await retallies.deleteOne(filter)
    else await retallies.updateOne(filter, { $set: { after } })
  },
})
