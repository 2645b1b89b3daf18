import type { AccountStore, TokenStore } from '../ports/accounts.ts'
import type { AccountDoc } from './models/account.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withId } from './plain.ts'

export const accountStore = ({ accounts }: Models): AccountStore => ({
  async byId(id) {
    const doc = await accounts.findById(id).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async byLogin(login) {
    const doc = await accounts.findOne({ login }).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async ofCadre(cadre) {
    const doc = await accounts.findOne({ cadre }).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async save({ id, ...account }) {
    try {
      await accounts.replaceOne({ _id: id }, { ...account, _id: id }, { upsert: true })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  },
  async countDemo() {
    return accounts.countDocuments({ demo: true })
  },
})

export const tokenStore = ({ tokens, accounts }: Models): TokenStore => ({
  async insert({ id, ...token }) {
    await tokens.create({ ...token, _id: id })
  },
  async ofAccount(account) {
    return (await tokens.find({ account }).sort({ createdAt: 1 }).lean()).map(withId)
  },
  async accountOf(hash) {
    const token = await tokens.findOne({ hash }).lean()
    if (token === null) return null
    const doc = await accounts.findOne({ _id: token.account, disabled: false }).lean<AccountDoc>()
    return doc && withId(doc)
  },
  async revoke(account, id) {
    return (await tokens.deleteOne({ _id: id, account })).deletedCount === 1
  },
})
