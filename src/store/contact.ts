import type { ContactStore } from '../ports/contact.ts'
import { inTx, sessionOf } from './connect.ts'
import { enrolmentOf } from './enrolments.ts'
import type { EnrolmentDoc } from './models/enrolment.ts'
import type { Models } from './models/index.ts'

export const contactStore = ({ emailChanges, cadres, campaigns, enrolments }: Models): ContactStore => ({
  async ask({ hash, ...change }) {
    await emailChanges.create({ ...change, _id: hash })
  },
  async take(hash, now, tx) {
    const doc = await emailChanges.findOneAndDelete({ _id: hash, expiresAt: { $gt: now } }, inTx(tx)).lean()
    if (doc === null) return null
    await emailChanges.deleteMany({ cadre: doc.cadre }, inTx(tx))
    const { cadre, by, email, expiresAt } = doc
    return { hash, cadre, by, email, expiresAt }
  },
  async isTaken(email, cadre, tx) {
    return (await cadres.countDocuments({ email, _id: { $ne: cadre } }, inTx(tx))) > 0
  },
  async openEnrolments(cadre, at, tx) {
    const open = await campaigns.distinct('_id', { closesAt: { $gte: at } }).session(sessionOf(tx))
    const docs = await enrolments
      .find({ cadre, campaign: { $in: open } })
      .session(sessionOf(tx))
      .lean<EnrolmentDoc[]>()
    return docs.map(enrolmentOf)
  },
})
