import type { RosterStore } from '../ports/roster.ts'
import { direct, inTx, sessionOf } from './connect.ts'
import { derived, enrolmentOf, saved, unitKeyOf } from './enrolments.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'
import { lookUp } from './roster-lookup.ts'

export const rosterStore = (models: Models): RosterStore => {
  const { cadres, campaigns, enrolments, extensions, accounts, rosters } = models
  return {
    known: lookUp(models),
    async enrolments(ids, tx) {
      const docs = await enrolments
        .find({ _id: { $in: [...ids] } })
        .session(sessionOf(tx))
        .lean<EnrolmentDoc[]>()
      return docs.map(enrolmentOf)
    },
    async insert(entries, tx) {
      const people = entries.flatMap(({ cadre }) => cadre ?? [])
      // Lean: what the types have checked is not cast again, thousands of times.
      const options = { ...inTx(tx), lean: true }
      await cadres.insertMany(
        people.map(({ id, ...person }) => ({ ...person, _id: id })),
        options,
      )
      await enrolments.insertMany(
        entries.map(({ enrolment: { id, ...enrolment } }) => ({
          ...enrolment,
          ...derived(enrolment),
          _id: id,
          revision: 1,
          recount: [enrolment.unit],
        })),
        options,
      )
    },
    async save(changes, tx) {
      if (changes.length === 0) return
      await enrolments.bulkWrite(
        changes.map(({ enrolment, alsoTouched }) => ({
          updateOne: { filter: { _id: enrolment.id }, update: saved(enrolment, alsoTouched) },
        })),
        inTx(tx),
      )
    },
    async move(ids, { code, path }, now, tx) {
      await direct<EnrolmentDoc>(enrolments).updateMany(
        { _id: { $in: [...ids] } },
        [
          {
            $set: {
              unit: { $literal: code },
              path: { $literal: [...path] },
              unitKey: { $concat: [{ $literal: unitKeyOf(code, '') }, '$nameKey'] },
              stays: { $concatArrays: ['$stays', [{ unit: { $literal: code }, since: now }]] },
              revision: { $add: ['$revision', 1] },
              recount: { $setUnion: [{ $ifNull: ['$recount', []] }, ['$unit', { $literal: code }]] },
            },
          },
        ],
        inTx(tx),
      )
    },
    async saveCadres(people, tx) {
      if (people.length === 0) return
      await cadres.bulkWrite(
        people.map(({ id, ownEmail, ...person }) => ({
          updateOne: {
            filter: { _id: id },
            update:
              ownEmail === undefined
                ? { $set: person, $unset: { ownEmail: 1 } }
                : { $set: { ...person, ownEmail } },
          },
        })),
        inTx(tx),
      )
    },
    async linkAccounts(people, tx) {
      const logins = people.map(({ email }) => email)
      const free = await accounts
        .find({ login: { $in: logins }, cadre: null })
        .session(sessionOf(tx))
        .lean()
      if (free.length === 0) return
      const ids = people.map(({ cadre }) => cadre)
      const taken = new Set(await accounts.distinct('cadre', { cadre: { $in: ids } }).session(sessionOf(tx)))
      for (const { _id, login } of free) {
        const person = people.find(({ cadre, email }) => email === login && !taken.has(cadre))
        if (person === undefined) continue
        await accounts.updateOne({ _id }, { $set: { cadre: person.cadre } }, inTx(tx))
      }
    },
    async revision(campaign) {
      return (await rosters.findById(campaign).lean())?.revision ?? 0
    },
    async advance(campaign, from, tx) {
      const doc = await rosters.findById(campaign).session(sessionOf(tx)).lean()
      if ((doc?.revision ?? 0) !== from) return false
      await rosters.updateOne(
        { _id: campaign },
        { $set: { revision: from + 1 } },
        { upsert: true, ...inTx(tx) },
      )
      return true
    },
    async repath(units, tx) {
      for (const { code, path } of units) {
        const before = await enrolments.distinct('path', { unit: code }).session(sessionOf(tx))
        await enrolments.updateMany(
          { unit: code },
          {
            $set: { path: [...path] },
            $inc: { revision: 1 },
            $addToSet: { recount: { $each: [code, ...before] } },
          },
          inTx(tx),
        )
        await extensions.updateMany({ unit: code }, { $set: { path: [...path] } }, inTx(tx))
      }
    },
    async standingIn(units, campaigns, tx) {
      const docs = await enrolments
        .find({ campaign: { $in: [...campaigns] }, unit: { $in: [...units] } })
        .session(sessionOf(tx))
        .lean<EnrolmentDoc[]>()
      return docs.map(enrolmentOf)
    },
    async countIn(unit) {
      const codes = await campaigns.distinct('_id')
      const rows = await enrolments.aggregate<{ _id: string; people: number }>([
        { $match: { campaign: { $in: codes }, unit } },
        { $group: { _id: '$campaign', people: { $sum: 1 } } },
      ])
      return new Map(rows.map(({ _id, people }) => [_id, people]))
    },
    async unitsInUse(codes, tx) {
      const within = { $in: [...codes] }
      const session = sessionOf(tx)
      const enrolled = await enrolments.distinct('unit', { unit: within }).session(session)
      const stayed = await enrolments.distinct('stays.unit', { 'stays.unit': within }).session(session)
      const extended = await extensions.distinct('unit', { unit: within }).session(session)
      const used = new Set<unknown>([...enrolled, ...stayed, ...extended])
      return codes.filter(code => used.has(code))
    },
  }
}
