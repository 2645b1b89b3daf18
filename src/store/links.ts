import { DAY } from '../domain/time.ts'
import type { LinkStore } from '../ports/accounts.ts'
import { inBatches } from './batches.ts'
import { direct, inTx } from './connect.ts'
import type { Models } from './models/index.ts'
import type { LinkDoc } from './models/link.ts'

export const linkStore = ({ links }: Models): LinkStore => {
  // Every mail of a wave has one.
  const insertTogether = inBatches(async (docs: readonly LinkDoc[]) => {
    await direct<LinkDoc>(links).insertMany([...docs])
    return docs
  })
  return {
    async insert({ hash, ...link }, tx, keptMs = DAY) {
      const doc = { ...link, _id: hash, storedAt: new Date(Date.now() + keptMs - DAY) }
      await (tx === undefined ? insertTogether(doc) : links.create([doc], inTx(tx)))
    },
    async removeOf(account, tx) {
      await links.deleteMany({ account }, inTx(tx))
    },
    async take(hash, now, tx) {
      const open = { _id: hash, expiresAt: { $gt: now } }
      const doc =
        (await links.findOneAndDelete({ ...open, slip: null }, inTx(tx)).lean()) ??
        (await links
          .findOneAndUpdate(
            { ...open, slip: { $ne: null }, 'slip.usedAt': null },
            { $set: { 'slip.usedAt': now } },
            inTx(tx),
          )
          .lean())
      if (doc === null) return null
      const { account, cadre, mail, expiresAt, setsPassword, slip } = doc
      return { hash, account, cadre, mail, expiresAt, setsPassword, slip }
    },
  }
}
