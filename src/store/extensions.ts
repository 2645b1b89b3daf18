import type { ExtensionStore } from '../ports/extensions.ts'
import { direct, inTx, sessionOf } from './connect.ts'
import type { ExtensionDoc } from './models/extension.ts'
import type { Models } from './models/index.ts'
import { withId } from './plain.ts'
import { unitInScope } from './scope.ts'

export const extensionStore = ({ extensions, revokedExtensions }: Models): ExtensionStore => ({
  async applyingTo({ id, campaign, path }, tx) {
    const docs = await direct<ExtensionDoc>(extensions)
      .find({ campaign, $or: [{ enrolment: id }, { unit: { $in: [...path] } }] }, inTx(tx))
      .toArray()
    return docs.map(withId)
  },
  async onPath(campaign, path, tx) {
    const docs = await extensions
      .find({ campaign, unit: { $in: [...path] } })
      .session(sessionOf(tx))
      .lean()
    return docs.map(withId)
  },
  async applyingToAny(campaign, people, tx) {
    const units = [...new Set(people.flatMap(({ path }) => path))]
    const docs = await direct<ExtensionDoc>(extensions)
      .find(
        { campaign, $or: [{ enrolment: { $in: people.map(({ id }) => id) } }, { unit: { $in: units } }] },
        inTx(tx),
      )
      .toArray()
    return docs.map(withId)
  },
  async ofCampaign(campaign) {
    return (await extensions.find({ campaign }).lean()).map(withId)
  },
  async list(scope, campaign, { unit, enrolment }) {
    const chosen = {
      campaign,
      ...(unit === undefined ? {} : { path: unit }),
      ...(enrolment === undefined ? {} : { enrolment }),
    }
    const docs = await extensions
      .find({ $and: [chosen, unitInScope(scope)] })
      .sort({ grantedAt: -1, _id: -1 })
      .lean()
    return docs.map(withId)
  },
  async ofUnits(units, campaigns, tx) {
    const docs = await extensions
      .find({ campaign: { $in: [...campaigns] }, unit: { $in: [...units] } })
      .session(sessionOf(tx))
      .lean()
    return docs.map(withId)
  },
  async follow(people, path, tx) {
    await extensions.updateMany({ enrolment: { $in: [...people] } }, { $set: { path: [...path] } }, inTx(tx))
  },
  async insert({ id, ...extension }, tx) {
    await extensions.create([{ ...extension, _id: id }], inTx(tx))
  },
  async insertAll(list, tx) {
    if (list.length === 0) return
    await extensions.insertMany(
      list.map(({ id, ...extension }) => ({ ...extension, _id: id })),
      inTx(tx),
    )
  },
  async asOf(campaign, at) {
    const granted = { campaign, grantedAt: { $lte: at } }
    const docs = await extensions.find(granted).lean()
    const revoked = await revokedExtensions.find({ ...granted, revokedAt: { $gt: at } }).lean()
    return [...docs, ...revoked.map(({ revokedAt: _revokedAt, ...doc }) => doc)].map(withId)
  },
  async remove(scope, campaign, id, at, tx) {
    const doc = await extensions
      .findOneAndDelete({ $and: [{ _id: id, campaign }, unitInScope(scope)] }, inTx(tx))
      .lean()
    if (doc === null) return null
    await revokedExtensions.create([{ ...doc, revokedAt: at }], inTx(tx))
    return withId(doc)
  },
})
