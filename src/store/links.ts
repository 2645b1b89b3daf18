import type { LinkStore } from '../ports/accounts.ts'
import { inTx } from './connect.ts'
import type { Models } from './models/index.ts'

export const linkStore = ({ links }: Models): LinkStore => ({
  async insert({ hash, ...link }, tx) {
    await links.create([{ ...link, _id: hash }], inTx(tx))
  },
  async removeOf(account, tx) {
    await links.deleteMany({ account }, inTx(tx))
  },
  async take(hash, now, tx) {
    const doc = await links.findOneAndDelete({ _id: hash, expiresAt: { $gt: now } }, inTx(tx)).lean()
    if (doc === null) return null
    const { account, cadre, mail, expiresAt, setsPassword } = doc
    return { hash, account, cadre, mail, expiresAt, setsPassword }
  },
})
