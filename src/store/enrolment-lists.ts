import type { QueryFilter } from 'mongoose'
import type { ListedEnrolment } from '../domain/enrolment.ts'
import type { StateFilter } from '../domain/enrolment-filter.ts'
import type { EssayState } from '../domain/essay.ts'
import type { Scope } from '../domain/permission.ts'
import type {
  EnrolmentFilter,
  EnrolmentLists,
  EnrolmentOrder,
  EnrolmentPlace,
} from '../ports/enrolment-lists.ts'
import { sessionOf } from './connect.ts'
import { type CountedStates, RECEIVED, stateStages, statesOf } from './count-stages.ts'
import { enrolmentOf } from './enrolments.ts'
import { type EnrolmentDoc, LIST_INDEXES, SEARCH_INDEX } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { enrolmentInScope } from './scope.ts'
import { occurs } from './search.ts'

const UNJUDGED: readonly EssayState[] = ['submitted', 'late']

type Filter = QueryFilter<EnrolmentDoc>

const SORT_KEYS = {
  name: 'nameKey',
  unit: 'unitKey',
  submittedAt: 'handedInAt',
} as const satisfies Record<EnrolmentOrder['by'], keyof typeof LIST_INDEXES>

/** Of a page of 400 people, reading whole documents took as long as everything else about it. */
const LISTED = {
  person: 1,
  unit: 1,
  posts: 1,
  exemption: 1,
  heads: 1,
  tally: 1,
  enrolledAt: 1,
} as const satisfies Record<Exclude<keyof ListedEnrolment, 'id'>, 1>

type ListedDoc = Pick<EnrolmentDoc, '_id' | keyof typeof LISTED> &
  Partial<Pick<EnrolmentDoc, keyof typeof LIST_INDEXES>>

const listedOf = ({
  _id,
  nameKey: _name,
  unitKey: _unit,
  handedInAt: _at,
  ...listed
}: ListedDoc): ListedEnrolment => ({ ...listed, id: _id })

const byState = (who: StateFilter): Filter => {
  if (who.kind === 'all') return {}
  if (who.kind === 'person') {
    if (who.state === 'missing') return { 'tally.missing': { $gt: 0 } }
    if (who.state === 'no-address') return { 'tally.missing': { $gt: 0 }, 'person.email': null }
    return who.state === 'late' ? { 'tally.isLate': true } : { 'tally.state': who.state }
  }
  const head = `heads.${who.topic}`
  const received = { $in: RECEIVED }
  const owes = { 'tally.missing': { $gt: 0 }, [`${head}.state`]: { $not: received } }
  if (who.kind === 'owing')
    return who.state === 'any' ? owes : { $and: [owes, byState({ kind: 'person', state: who.state })] }
  if (who.state === 'any') return { [head]: { $exists: true } }
  if (who.state === 'missing') return owes
  if (who.state === 'late')
    return { [`${head}.state`]: received, [`${head}.late`]: true, 'tally.state': { $ne: 'exempt' } }
  if (who.state === 'unjudged')
    return { [`${head}.state`]: { $in: UNJUDGED }, 'tally.state': { $ne: 'exempt' } }
  return { [`${head}.state`]: who.state }
}

const bySubtree = (scope: Scope, unit: string | null): Filter =>
  unit === null ? enrolmentInScope(scope) : { $and: [{ path: unit }, enrolmentInScope(scope)] }

const matching = (scope: Scope, { campaign, unit, who, words }: EnrolmentFilter): Filter => ({
  $and: [
    { campaign },
    bySubtree(scope, unit),
    byState(who),
    ...words.map(word => ({ search: occurs(word) })),
  ],
})

const indexFor = ({ words, everybody }: EnrolmentFilter, key: keyof typeof LIST_INDEXES) =>
  everybody && words.length > 0 && key === 'nameKey' ? SEARCH_INDEX : LIST_INDEXES[key]

/**
 * All that lies beyond a place. The bound on the sort key alone is what the index starts from; the `$or` only sorts out
 * those with an equal key.
 */
const beyond = (key: string, place: EnrolmentPlace, descending: boolean): Filter => {
  const value = typeof place.key === 'number' ? new Date(place.key) : place.key
  const [after, from] = descending ? (['$lt', '$lte'] as const) : (['$gt', '$gte'] as const)
  return {
    [key]: { [from]: value },
    $or: [{ [key]: { [after]: value } }, { _id: { [after]: place.id } }],
  }
}

export const enrolmentLists = ({ enrolments }: Models): EnrolmentLists => ({
  async page(scope, filter, { by, descending }, from, limit) {
    const key = SORT_KEYS[by]
    const direction = descending ? -1 : 1
    const docs = await enrolments
      .find(
        { $and: [matching(scope, filter), from === null ? {} : beyond(key, from, descending)] },
        { ...LISTED, [key]: 1 },
      )
      .sort({ [key]: direction, _id: direction })
      .hint(indexFor(filter, key))
      .limit(limit + 1)
      // In one go: the driver's own first batch holds 101.
      .batchSize(limit + 1)
      .lean<ListedDoc[]>()
    const last = docs[limit - 1]
    const place = last?.[key]
    return {
      items: docs.slice(0, limit).map(listedOf),
      next:
        docs.length > limit && last !== undefined && place !== undefined
          ? { key: place instanceof Date ? place.getTime() : place, id: listedOf(last).id }
          : null,
    }
  },
  async count(scope, filter) {
    return enrolments.countDocuments(matching(scope, filter)).hint(indexFor(filter, 'nameKey'))
  },
  async countStates(scope, filter, topics, chosen = {}) {
    const all = { ...filter, who: { kind: 'all' } } as const
    const [doc] = await enrolments
      .aggregate<CountedStates>(stateStages(matching(scope, all), topics, chosen))
      .hint(indexFor(all, 'nameKey'))
    return statesOf(doc, topics)
  },
  async countEssays(scope, filter, topic) {
    const all = { ...filter, who: { kind: 'topic', topic, state: 'any' } } as const
    const rows = await enrolments
      .aggregate<{ _id: { state: string; isExempt: boolean }; people: number }>([
        { $match: matching(scope, all) },
        {
          $group: {
            _id: { state: `$heads.${topic}.state`, isExempt: { $eq: ['$tally.state', 'exempt'] } },
            people: { $sum: 1 },
          },
        },
      ])
      .hint(indexFor(all, 'nameKey'))
    const sum = (of: (row: (typeof rows)[number]['_id']) => boolean): number =>
      rows.filter(({ _id }) => of(_id)).reduce((total, { people }) => total + people, 0)
    return {
      any: sum(() => true),
      unjudged: sum(({ state, isExempt }) => !isExempt && UNJUDGED.some(one => one === state)),
      returned: sum(({ state }) => state === 'returned'),
      accepted: sum(({ state }) => state === 'accepted'),
    }
  },
  async some(scope, campaign, ids, tx) {
    const docs = await enrolments
      .find({ $and: [{ _id: { $in: [...ids] }, campaign }, enrolmentInScope(scope)] })
      .sort({ nameKey: 1, _id: 1 })
      .session(sessionOf(tx))
      .lean<EnrolmentDoc[]>()
    return docs.map(enrolmentOf)
  },
  async ids(scope, filter, limit) {
    const docs = await enrolments
      .find(matching(scope, filter), { _id: 1 })
      .hint(indexFor(filter, 'nameKey'))
      .limit(limit)
      .lean<Pick<EnrolmentDoc, '_id'>[]>()
    return docs.map(({ _id: id }) => id).sort()
  },
  async topicsInUse(campaign, topics, tx) {
    const used: string[] = []
    for (const topic of topics) {
      const somebody = await enrolments
        .exists({ campaign, [`heads.${topic}`]: { $exists: true } })
        .session(sessionOf(tx))
      if (somebody !== null) used.push(topic)
    }
    return used
  },
  async exempt(scope, campaign, unit) {
    const docs = await enrolments
      .find({ $and: [{ 'exemption.id': { $exists: true }, campaign }, bySubtree(scope, unit)] })
      .sort({ nameKey: 1 })
      .lean<EnrolmentDoc[]>()
    return docs.map(enrolmentOf)
  },
  async exemptBy(scope, campaign, exemption, tx) {
    const doc = await enrolments
      .findOne({ $and: [{ 'exemption.id': exemption, campaign }, enrolmentInScope(scope)] })
      .session(sessionOf(tx))
      .lean<EnrolmentDoc>()
    return doc && enrolmentOf(doc)
  },
})
