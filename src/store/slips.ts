import type { PipelineStage, QueryFilter } from 'mongoose'
import type { CampaignCode } from '../domain/campaign.ts'
import type { Scope } from '../domain/permission.ts'
import { SLIP_CHOICES, type SlipChoice } from '../domain/slip.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { SlipStore } from '../ports/slips.ts'
import { inTx, sessionOf } from './connect.ts'
import { enrolmentOf } from './enrolments.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { unitInScope } from './scope.ts'

const sumOf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } })

const hasNoMail = { $eq: ['$person.email', null] }
const stateIs = (state: string) => ({ $eq: ['$slipState', state] })

/** Each of the people with the state of his slip, as `slipState` says it. */
const withStates = (match: QueryFilter<EnrolmentDoc>, now: Date): PipelineStage.Match[] | PipelineStage[] => [
  { $match: match },
  {
    $lookup: { from: 'sign-in-links', localField: '_id', foreignField: 'slip.enrolment', as: 'slips' },
  },
  { $set: { slip: { $first: '$slips.slip' } } },
  {
    $set: {
      slipState: {
        $cond: [
          { $lte: ['$slip', null] },
          'none',
          {
            $cond: [
              { $gt: ['$slip.usedAt', null] },
              'used',
              { $cond: [{ $gt: ['$slip.expiresAt', now] }, 'unused', 'expired'] },
            ],
          },
        ],
      },
    },
  },
]

const CHOICES = {
  'no-mail': { $and: [hasNoMail, stateIs('none')] },
  'no-slip': stateIs('none'),
  unused: { $or: [stateIs('unused'), stateIs('expired')] },
} as const satisfies Record<SlipChoice, object>

const people = (scope: Scope, campaign: CampaignCode, unit: UnitCode) => ({
  $and: [{ campaign, path: unit, exemption: null }, unitInScope(scope)],
})

export const slipStore = ({ enrolments, links }: Models): SlipStore => {
  return {
    async count(scope, campaign, unit, now) {
      const [doc] = await enrolments.aggregate<Record<string, number>>([
        ...withStates(people(scope, campaign, unit), now),
        {
          $group: {
            _id: null,
            people: { $sum: 1 },
            withoutMail: sumOf(hasNoMail),
            none: sumOf(stateIs('none')),
            unused: sumOf(stateIs('unused')),
            used: sumOf(stateIs('used')),
            expired: sumOf(stateIs('expired')),
            ...Object.fromEntries(SLIP_CHOICES.map(choice => [`for ${choice}`, sumOf(CHOICES[choice])])),
          },
        },
      ])
      const n = (field: string): number => doc?.[field] ?? 0
      return {
        people: n('people'),
        withoutMail: n('withoutMail'),
        states: { none: n('none'), unused: n('unused'), used: n('used'), expired: n('expired') },
        choices: {
          'no-mail': n('for no-mail'),
          'no-slip': n('for no-slip'),
          unused: n('for unused'),
        },
      }
    },
    async chosen(scope, { campaign, unit, choice, limit }, now) {
      const docs = await enrolments.aggregate<
        EnrolmentDoc & { slips: unknown; slip: unknown; slipState: unknown }
      >([
        ...withStates(people(scope, campaign, unit), now),
        { $match: { $expr: CHOICES[choice] } },
        { $sort: { unitKey: 1, _id: 1 } },
        { $limit: limit },
      ])
      return docs.map(({ slips: _slips, slip: _slip, slipState: _state, ...doc }) => enrolmentOf(doc))
    },
    async issue(issued, tx) {
      const ids = issued.map(({ slip }) => slip.enrolment)
      await links.deleteMany({ 'slip.enrolment': { $in: ids } }, inTx(tx))
      await links.insertMany(
        issued.map(({ hash, ...link }) => ({ ...link, _id: hash })),
        inTx(tx),
      )
    },
    async isIssued(batch, tx) {
      return (await links.exists({ 'slip.batch': batch }).session(sessionOf(tx))) !== null
    },
    async revoke(enrolment, tx) {
      const { deletedCount } = await links.deleteOne(
        { 'slip.enrolment': enrolment, 'slip.usedAt': null },
        inTx(tx),
      )
      return deletedCount === 1
    },
    async of(enrolment) {
      return (await links.findOne({ 'slip.enrolment': enrolment }).lean())?.slip ?? null
    },
  }
}
