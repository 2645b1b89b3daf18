import type { QueryFilter } from 'mongoose'
import type { Report } from '../domain/report.ts'
import type { Lease, NewReport, ReportStore } from '../ports/reports.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'
import type { ReportDoc } from './models/report.ts'
import { unitInScope } from './scope.ts'

const newReportOf = ({
  _id,
  underWay: _underWay,
  lease: _lease,
  attempts: _attempts,
  drafts: _drafts,
  untold: _untold,
  batch = null,
  occasion = null,
  ...report
}: ReportDoc): NewReport => ({ ...report, batch, occasion, id: _id })

const reportOf = (doc: ReportDoc): Report => {
  const { sameness: _sameness, idempotencyKey: _key, ...report } = newReportOf(doc)
  return report
}

const heldBy = ({ report, holder }: Lease): QueryFilter<ReportDoc> => ({
  _id: report,
  state: 'running',
  'lease.holder': holder,
})

/** Nobody holds it, or he who did let the time pass. */
const isFree = (now: Date): QueryFilter<ReportDoc> => ({
  $or: [{ lease: { $exists: false } }, { 'lease.until': { $lt: now } }],
})

const newDoc = ({ id, ...report }: NewReport): ReportDoc => ({
  ...report,
  _id: id,
  underWay: true,
  ...(report.occasion === null ? {} : { untold: true }),
  attempts: 0,
  drafts: [],
})

export const reportStore = ({ reports }: Models): ReportStore => ({
  async insertAll(asked, tx) {
    await reports.insertMany(asked.map(newDoc), inTx(tx))
  },
  async underKey(account, key, tx) {
    const filter = { requestedBy: account, idempotencyKey: key }
    const doc = await reports.findOne(filter, null, inTx(tx)).lean<ReportDoc>()
    return doc && newReportOf(doc)
  },
  async underWay(sameness, tx) {
    const filter: QueryFilter<ReportDoc> = { sameness: { $in: [...sameness] }, underWay: true }
    const doc = await reports.findOne(filter, null, inTx(tx)).lean<ReportDoc>()
    return doc && reportOf(doc)
  },
  async find(scope, id) {
    const doc = await reports.findOne({ $and: [{ _id: id }, unitInScope(scope)] }).lean<ReportDoc>()
    return doc && reportOf(doc)
  },
  async list(scope, campaign, unit, limit) {
    const docs = await reports
      .find({ $and: [{ campaign, ...(unit === null ? {} : { path: unit }) }, unitInScope(scope)] })
      .sort({ requestedAt: -1, _id: -1 })
      .limit(limit)
      .lean<ReportDoc[]>()
    return docs.map(reportOf)
  },
  async newest(scope, campaign, units) {
    const docs = await reports.aggregate<{ newest: ReportDoc }>([
      {
        $match: {
          $and: [
            // The path is what the index knows.
            { campaign, path: { $in: [...units] }, unit: { $in: [...units] }, state: 'done' },
            unitInScope(scope),
          ],
        },
      },
      { $sort: { requestedAt: -1, _id: -1 } },
      { $group: { _id: '$unit', newest: { $first: '$$ROOT' } } },
    ])
    return new Map(docs.map(({ newest }) => [newest.unit, reportOf(newest)]))
  },
  async batches(scope, campaign, limit) {
    const found = await reports.aggregate<{ _id: string }>([
      { $match: { $and: [{ campaign, batch: { $type: 'string' } }, unitInScope(scope)] } },
      { $group: { _id: '$batch', at: { $max: '$requestedAt' } } },
      { $sort: { at: -1, _id: -1 } },
      { $limit: limit },
    ])
    return found.map(({ _id }) => _id)
  },
  async inBatches(scope, batches) {
    const docs = await reports
      .find({ $and: [{ batch: { $type: 'string', $in: [...batches] } }, unitInScope(scope)] })
      .lean<ReportDoc[]>()
    return docs.map(reportOf)
  },
  async cancelBatch(batch, at, tx) {
    const { modifiedCount } = await reports.updateMany(
      { batch: { $type: 'string', $eq: batch }, underWay: true },
      { $set: { state: 'cancelled', finishedAt: at }, $unset: { underWay: 1 } },
      inTx(tx),
    )
    return modifiedCount
  },
  async cancel(id, at, tx) {
    const { modifiedCount } = await reports.updateOne(
      { _id: id, underWay: true },
      { $set: { state: 'cancelled', finishedAt: at }, $unset: { underWay: 1 } },
      inTx(tx),
    )
    return modifiedCount === 1
  },

  async claim({ report, holder }, now, until) {
    const doc = await reports
      .findOneAndUpdate(
        { $and: [{ _id: report, underWay: true }, isFree(now)] },
        { $set: { state: 'running', progress: 0, lease: { holder, until } }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean<ReportDoc>()
    return doc && { report: reportOf(doc), attempt: doc.attempts, drafts: doc.drafts }
  },
  async renew(lease, until, progress) {
    const update = { $set: { 'lease.until': until, progress } }
    return (await reports.updateOne(heldBy(lease), update)).matchedCount === 1
  },
  async addDraft(lease, fileId) {
    return (await reports.updateOne(heldBy(lease), { $push: { drafts: fileId } })).matchedCount === 1
  },
  async finish(lease, { files, digest }, at, tx) {
    const { matchedCount } = await reports.updateOne(
      heldBy(lease),
      {
        $set: { state: 'done', progress: 1, files: [...files], digest, finishedAt: at, drafts: [] },
        $unset: { underWay: 1, lease: 1 },
      },
      inTx(tx),
    )
    return matchedCount === 1
  },
  async fail(lease, failure, at) {
    const update = { $set: { state: 'failed', failure, finishedAt: at }, $unset: { underWay: 1, lease: 1 } }
    return (await reports.updateOne(heldBy(lease), update)).matchedCount === 1
  },
  async giveBack(lease) {
    const update = { $set: { state: 'queued' as const }, $unset: { lease: 1 as const } }
    return (await reports.updateOne(heldBy(lease), update)).matchedCount === 1
  },

  async untold() {
    const found = await reports.aggregate<{ _id: string }>([
      { $match: { untold: true } },
      { $group: { _id: '$batch', underWay: { $max: '$underWay' } } },
      { $match: { underWay: null } },
    ])
    return found.map(({ _id }) => _id)
  },
  async markTold(batch, tx) {
    const { modifiedCount } = await reports.updateMany(
      { batch: { $type: 'string', $eq: batch }, untold: true },
      { $unset: { untold: 1 } },
      inTx(tx),
    )
    return modifiedCount > 0
  },
  async due(now) {
    const docs = await reports
      .find({ $and: [{ underWay: true }, isFree(now)] }, { batch: 1 })
      .lean<{ _id: string; batch?: string | null }[]>()
    return docs.map(({ _id: id, batch = null }) => ({ id, batch }))
  },
  async leftovers(now) {
    const docs = await reports
      .find({ $and: [{ 'drafts.0': { $exists: true } }, isFree(now)] }, { drafts: 1 })
      .lean<{ _id: string; drafts: string[] }[]>()
    return docs.flatMap(({ _id, drafts }) => drafts.map(fileId => ({ report: _id, fileId })))
  },
  async forgetDraft(report, fileId) {
    await reports.updateOne({ _id: report }, { $pull: { drafts: fileId } })
  },
})
