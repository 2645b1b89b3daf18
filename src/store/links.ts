import { DAY } from '../domain/time.ts'
import type { LinkStore } from '../ports/accounts.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'

export const linkStore = ({ links }: Models): LinkStore => ({
  async insert({ hash, ...link }, tx, keptMs = DAY) {
    await links.create([{ ...link, _id: hash, storedAt: new Date(Date.now() + keptMs - DAY) }], inTx(tx))
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
})
