import type { QueryFilter } from 'mongoose'
import { fold, nameKey } from '../domain/vietnamese.ts'
import type { Account, AccountFilter, AccountStore, TokenStore } from '../ports/accounts.ts'
import { foundByKey } from './batches.ts'
import { direct, inTx, sessionOf } from './connect.ts'
import type { AccountDoc, TokenDoc } from './models/account.ts'
import type { Models } from './models/index.ts'
import { isDuplicateKey, withId } from './plain.ts'
import { behind, occurs } from './search.ts'

const accountOf = ({ nameKey: _key, search: _search, holds: _holds, ...doc }: AccountDoc): Account =>
  withId(doc)

/** What is stored beside the account for sorting and searching. */
const derived = ({ name, login }: Pick<Account, 'name' | 'login'>) => ({
  nameKey: nameKey(name),
  search: fold(`${name} ${login}`),
})

const matching = ({ words, role, disabled }: AccountFilter): QueryFilter<AccountDoc> => ({
  ...(role === null ? {} : role === 'cadre' ? { cadre: { $type: 'string' } } : { 'grants.role': role }),
  ...(disabled === null ? {} : { disabled }),
  $and: words.map(word => ({ search: occurs(word) })),
})

const first = ([doc]: readonly AccountDoc[]): Account | null => (doc === undefined ? null : accountOf(doc))

export const accountStore = ({ accounts }: Models): AccountStore => {
  // Every mail of a wave asks for both.
  const withCadre = foundByKey(
    async cadres => accounts.find({ cadre: { $in: [...cadres] } }).lean<AccountDoc[]>(),
    ({ cadre }) => cadre,
  )
  const withLogin = foundByKey(
    async logins => accounts.find({ login: { $in: [...logins] } }).lean<AccountDoc[]>(),
    ({ login }) => login,
  )
  return {
    async page(filter, after, limit) {
      const last = after === null ? null : await accounts.findById(after).lean<AccountDoc>()
      const { $and = [], ...rest } = matching(filter)
      const beyond = last === null ? [] : [behind(last)]
      const conditions = [...$and, ...beyond]
      const docs = await accounts
        .find({ ...rest, ...(conditions.length === 0 ? {} : { $and: conditions }) })
        .sort({ nameKey: 1, _id: 1 })
        .limit(limit)
        .lean<AccountDoc[]>()
      return docs.map(accountOf)
    },
    async byId(id, tx) {
      const doc = await accounts.findById(id).session(sessionOf(tx)).lean<AccountDoc>()
      return doc && accountOf(doc)
    },
    async byLogin(login, tx) {
      if (tx === undefined) return first(await withLogin(login))
      const doc = await accounts.findOne({ login }).session(sessionOf(tx)).lean<AccountDoc>()
      return doc && accountOf(doc)
    },
    async ofCadre(cadre, tx) {
      if (tx === undefined) return first(await withCadre(cadre))
      const doc = await accounts.findOne({ cadre }).session(sessionOf(tx)).lean<AccountDoc>()
      return doc && accountOf(doc)
    },
    async officers(cadres) {
      const among = { cadre: { $in: [...cadres] }, 'grants.0': { $exists: true } }
      return new Set((await accounts.distinct('cadre', among)).filter(cadre => cadre !== null))
    },
    async grantedOn(units, tx) {
      const docs = await accounts
        .find({ 'grants.units': { $in: [...units] } })
        .session(sessionOf(tx))
        .lean<AccountDoc[]>()
      return docs.map(accountOf)
    },
    async holdAdmins(except, tx) {
      // Written, not only read: a reading would let two admins take each other's office away at once.
      const { matchedCount } = await accounts.updateMany(
        { 'grants.role': 'admin', disabled: false, _id: { $ne: except } },
        { $inc: { holds: 1 } },
        inTx(tx),
      )
      return matchedCount
    },
    async save({ id, ...account }, tx) {
      try {
        await accounts.replaceOne(
          { _id: id },
          { ...account, ...derived(account), _id: id },
          { upsert: true, ...inTx(tx) },
        )
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
  }
}

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
    return { token: withId(token), account: accountOf(account) }
  },
  async markUsed(id, at) {
    await tokens.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
  },
  async revoke(account, id, tx) {
    return (await tokens.deleteOne({ _id: id, account }, inTx(tx))).deletedCount === 1
  },
  async revokeAll(account, tx) {
    return (await tokens.deleteMany({ account }, inTx(tx))).deletedCount
  },
})
