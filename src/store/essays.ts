import { handInId } from '../domain/essay.ts'
import type { EssayStore } from '../ports/essays.ts'
import { direct, inTx, sessionOf } from './connect.ts'
import type { Models } from './models/index.ts'
import type { VersionDoc } from './models/version.ts'
import { isDuplicateKey, withId } from './plain.ts'

export const versionOf = ({
  pending: _pending,
  unbound: _unbound,
  untold: _untold,
  paper = null,
  ...doc
}: VersionDoc) => withId({ ...doc, paper })

/** All that came at once. */
export const ofHandIn = (enrolment: string, id: string) => ({
  enrolment,
  $or: [{ 'file.id': id }, { 'paper.id': id }],
})

export const essayStore = ({ versions }: Models): EssayStore => ({
  async insert(added, tx) {
    // The first carries the key. On its own it is also cheaper than as a list, and most hand-ins are of one topic.
    const [first, ...others] = added.map(
      ({ id, ...version }): VersionDoc => ({
        ...version,
        _id: id,
        pending: true,
        ...(version.file?.pages === undefined ? {} : { unbound: true }),
      }),
    )
    try {
      if (first !== undefined) await direct<VersionDoc>(versions).insertOne(first, inTx(tx))
    } catch (error) {
      if (isDuplicateKey(error, 'idempotencyKey')) return false
      throw error
    }
    if (others.length > 0) await direct<VersionDoc>(versions).insertMany(others, inTx(tx))
    return true
  },
  async ofEnrolment(enrolment) {
    const docs = await versions.find({ enrolment }).sort({ topic: 1, number: 1 }).lean<VersionDoc[]>()
    return docs.map(versionOf)
  },
  async underKey(enrolment, key) {
    const first = await versions.findOne({ enrolment, idempotencyKey: key }).lean<VersionDoc>()
    if (first === null) return []
    const docs = await versions.find(ofHandIn(enrolment, handInId(versionOf(first)))).lean<VersionDoc[]>()
    return docs.map(versionOf)
  },
  async find(enrolment, topic, number) {
    const doc = await versions.findOne({ enrolment, topic, number }).lean<VersionDoc>()
    return doc && versionOf(doc)
  },
  async byReceipt(code) {
    const doc = await versions.findOne({ receipt: code }).lean<VersionDoc>()
    return doc && versionOf(doc)
  },
  async newest(enrolment, topic, tx) {
    const doc = await versions
      .findOne({ enrolment, topic })
      .sort({ number: -1 })
      .session(sessionOf(tx))
      .lean<VersionDoc>()
    return doc && versionOf(doc)
  },
  async addReview(version, review, tx) {
    const doc = await versions
      .findOneAndUpdate(
        { _id: version },
        {
          $push: { reviews: review },
          ...(review.verdict === 'returned' ? { $set: { untold: true } } : { $unset: { untold: 1 } }),
        },
        { returnDocument: 'after', ...inTx(tx) },
      )
      .orFail()
      .lean<VersionDoc>()
    return versionOf(doc)
  },
  async withdrawNewest(enrolment, topic, at, tx) {
    const doc = await versions
      .findOneAndUpdate(
        { enrolment, topic },
        { $set: { withdrawnAt: at } },
        { sort: { number: -1 }, returnDocument: 'after', ...inTx(tx) },
      )
      .orFail()
      .lean<VersionDoc>()
    return versionOf(doc)
  },
  async ofEnrolments(enrolments, tx) {
    const docs = await versions
      .find({ enrolment: { $in: [...enrolments] } })
      .session(sessionOf(tx))
      .lean<VersionDoc[]>()
    return docs.map(versionOf)
  },
  async ofFile(file) {
    const doc = await versions.findOne({ 'file.id': file }).lean<VersionDoc>()
    return doc && versionOf(doc)
  },
  async unbound(limit) {
    const docs = await versions
      .find({ unbound: true }, { 'file.id': 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Pick<VersionDoc, 'file'>[]>()
    return [...new Set(docs.flatMap(({ file }) => file?.id ?? []))]
  },
  async bind(file, bound, tx) {
    const { matchedCount } = await versions.updateMany(
      { 'file.id': file, unbound: true },
      { $set: { bound }, $unset: { unbound: 1 } },
      inTx(tx),
    )
    return matchedCount > 0
  },
  async filesNamed(files) {
    const ids = { $in: [...files] }
    const [handedIn, bound] = await Promise.all([
      versions.distinct('file.id', { 'file.id': ids }),
      versions.distinct('bound.id', { 'bound.id': ids }),
    ])
    return new Set([...handedIn, ...bound].filter(id => id !== undefined))
  },
  async neverBound() {
    return versions.distinct('receipt', {
      'file.pages': { $exists: true },
      bound: { $exists: false },
      unbound: { $exists: false },
    })
  },
  async doubledReceipts() {
    const groups = await versions.aggregate<{ _id: string }>([
      { $group: { _id: '$receipt', versions: { $sum: 1 } } },
      { $match: { versions: { $gt: 1 } } },
    ])
    return groups.map(({ _id }) => _id)
  },
  async strays() {
    const docs = await versions.aggregate<{ receipt: string }>([
      { $lookup: { from: 'enrolments', localField: 'enrolment', foreignField: '_id', as: 'owner' } },
      { $match: { owner: [] } },
      { $project: { receipt: 1 } },
    ])
    return docs.map(({ receipt }) => receipt)
  },
})
