import { numberedPath } from '../domain/gathered/path.ts'
import type { Gathered, Gathering } from '../domain/gathering.ts'
import type { GatheringStore } from '../ports/gatherings.ts'
import { claimsOn } from './claims.ts'
import { inTx } from './connect.ts'
import type { GatheredDoc, GatheringDoc } from './models/gathering.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withId } from './plain.ts'
import { unitInScope } from './scope.ts'

const gatheringOf = ({
  _id,
  underWay: _underWay,
  lease: _lease,
  attempts: _attempts,
  ...gathering
}: GatheringDoc): Gathering => ({ ...gathering, id: _id })

export const gatheringStore = ({ gatherings, gathered }: Models): GatheringStore => {
  const claims = claimsOn<GatheringDoc>(gatherings)

  /** false: its path is there, or another photo of the same essay. */
  const insertOne = async ({ id, ...file }: Gathered): Promise<boolean> => {
    try {
      await gathered.create({ ...file, _id: id })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
  /** false: there is no essay to join, or this photo is one of its pages already. */
  const join = async ({ gathering, pagesOf, parts }: Gathered): Promise<boolean> => {
    const [page] = parts
    if (pagesOf === null || page === undefined) return false
    const { modifiedCount } = await gathered.updateOne(
      { gathering, pagesOf, state: 'waiting', 'parts.name': { $ne: page.name } },
      { $push: { parts: page } },
    )
    return modifiedCount === 1
  }

  const replaceRefused = async ({ id: _id, ...file }: Gathered): Promise<boolean> => {
    const { gathering, path } = file
    const refused = { gathering, path, state: 'refused' as const, 'parts.0': { $exists: false } }
    return (await gathered.updateOne(refused, { $set: { ...file } })).matchedCount === 1
  }
  /** false: it is there already. */
  const add = async (file: Gathered): Promise<boolean> => {
    if ((await insertOne(file)) || (await replaceRefused(file)) || (await join(file))) return true
    for (let n = 2; ; n += 1) {
      const { gathering, parts } = file
      const hashes = parts.map(({ sha256 }) => sha256)
      const same = {
        gathering,
        'parts.sha256': { $in: hashes },
        'parts.name': { $in: parts.map(p => p.name) },
      }
      if (parts.length === 0 || (await gathered.exists(same)) !== null) return false
      if (await insertOne({ ...file, pagesOf: null, path: numberedPath(file.path, n) })) return true
    }
  }

  return {
    async insert({ id, ...gathering }, tx) {
      await gatherings.create([{ ...gathering, _id: id, attempts: 0 }], inTx(tx))
    },
    async find(scope, id) {
      const doc = await gatherings.findOne({ $and: [{ _id: id }, unitInScope(scope)] }).lean<GatheringDoc>()
      return doc && gatheringOf(doc)
    },
    async list(scope, campaign, limit) {
      const docs = await gatherings
        .find({ $and: [{ campaign }, unitInScope(scope)] })
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit)
        .lean<GatheringDoc[]>()
      return docs.map(gatheringOf)
    },
    async remove(id, tx) {
      const { deletedCount } = await gatherings.deleteOne({ _id: id, state: 'open' }, inTx(tx))
      if (deletedCount === 0) return false
      await gathered.deleteMany({ gathering: id }, inTx(tx))
      return true
    },
    async addArchive(id, archive) {
      const { modifiedCount } = await gatherings.updateOne(
        { _id: id, confirmedAt: null },
        [
          {
            $set: {
              archives: { $concatArrays: ['$archives', [archive]] },
              underWay: true,
              attempts: 0,
              state: { $cond: [{ $eq: ['$state', 'running'] }, 'running', 'queued'] },
            },
          },
        ],
        { updatePipeline: true },
      )
      return modifiedCount === 1
    },
    async confirm(id, by, at, tx) {
      const { modifiedCount } = await gatherings.updateOne(
        { _id: id, state: 'open' },
        { $set: { state: 'queued', confirmedBy: by, confirmedAt: at, underWay: true, attempts: 0 } },
        inTx(tx),
      )
      return modifiedCount === 1
    },

    async files(id) {
      const docs = await gathered
        .find({ gathering: id })
        .sort({ path: 1 })
        .collation({ locale: 'vi', numericOrdering: true })
        .lean<GatheredDoc[]>()
      return docs.map(withId)
    },
    async file(id, file) {
      const doc = await gathered.findOne({ _id: file, gathering: id }).lean<GatheredDoc>()
      return doc && withId(doc)
    },
    async countFiles(id) {
      const [sum] = await gathered.aggregate<{ files: number; bytes: number }>([
        { $match: { gathering: id } },
        {
          $group: {
            _id: null,
            files: { $sum: { $size: '$parts' } },
            bytes: { $sum: { $sum: '$parts.size' } },
          },
        },
      ])
      return { files: sum?.files ?? 0, bytes: sum?.bytes ?? 0 }
    },
    async addFiles(files) {
      const left: Gathered[] = []
      for (const file of files) if (!(await add(file))) left.push(file)
      return left
    },
    async choose(id, choices) {
      if (choices.length === 0) return
      await gathered.bulkWrite(
        choices.map(({ id: file, enrolment, topics, state }) => ({
          updateOne: {
            filter: { _id: file, gathering: id, state: { $in: ['waiting', 'skipped'] } },
            update: { $set: { enrolment, topics: [...topics], state } },
          },
        })),
      )
    },
    async settle(id, { id: file, state, receipts, problem }) {
      await gathered.updateOne(
        { _id: file, gathering: id },
        { $set: { state, receipts: [...receipts], problem } },
      )
    },

    async claim(claim, now, until) {
      const doc = await claims.claim(claim, now, until)
      return doc && { gathering: gatheringOf(doc), attempt: doc.attempts }
    },
    renew: claims.renew,
    async settleArchive(claim, fileId, state, why) {
      const set = { 'archives.$[one].state': state, 'archives.$[one].problem': why }
      return claims.update(claim, { $set: set }, { arrayFilters: [{ 'one.fileId': fileId }] })
    },
    reopen: async claim =>
      claims.end(claim, { state: 'open' }, { where: { 'archives.state': { $ne: 'waiting' } } }),
    finish: async (claim, at, tx) => claims.end(claim, { state: 'done', finishedAt: at }, { tx }),
    fail: async (claim, failure, at) => claims.end(claim, { state: 'failed', failure, finishedAt: at }),
    giveBack: claims.giveBack,
    due: claims.due,
  }
}
