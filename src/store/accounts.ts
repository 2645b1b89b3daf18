import type { AccountStore, TokenStore } from '../ports/accounts.ts'
import { direct, inTx, sessionOf } from './connect.ts'
import type { AccountDoc, TokenDoc } from './models/account.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withId } from './plain.ts'

export const accountStore = ({ accounts }: Models): AccountStore => ({
  async byId(id, tx) {
    const doc = await accounts.findById(id).session(sessionOf(tx)).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async byLogin(login, tx) {
    const doc = await accounts.findOne({ login }).session(sessionOf(tx)).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async ofCadre(cadre, tx) {
    const doc = await accounts.findOne({ cadre }).session(sessionOf(tx)).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async save({ id, ...account }, tx) {
    try {
      await accounts.replaceOne({ _id: id }, { ...account, _id: id }, { upsert: true, ...inTx(tx) })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async countDemo() {
    return accounts.countDocuments({ demo: true })
  },
  async removeDemo() {
    await accounts.deleteMany({ demo: true })
  },
})

export const tokenStore = ({ tokens, accounts }: Models): TokenStore => ({
  async insert({ id, ...token }) {
    await tokens.create({ ...token, _id: id })
  },
  async ofAccount(account) {
    return (await tokens.find({ account }).sort({ createdAt: 1 }).lean()).map(withId)
  },
  async byHash(hash) {
    // One reading: a machine asks for it with every request.
    const [found] = await direct<TokenDoc>(tokens)
      .aggregate<TokenDoc & { accounts: AccountDoc[] }>([
        { $match: { hash } },
        {
          $lookup: {
            from: accounts.collection.name,
            localField: 'account',
            foreignField: '_id',
            as: 'accounts',
          },
        },
      ])
      .toArray()
    const account = found?.accounts.find(({ disabled }) => !disabled)
    if (found === undefined || account === undefined) return null
    const { accounts: _accounts, ...token } = found
    return { token: withId(token), account: withId(account) }
  },
  async markUsed(id, at) {
    await tokens.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
  },
  async revoke(account, id) {
    return (await tokens.deleteOne({ _id: id, account })).deletedCount === 1
  },
})
