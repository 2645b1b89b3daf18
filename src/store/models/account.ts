import { Schema } from 'mongoose'
import type { Account, Token } from '../../ports/accounts.ts'
import type { Stored } from '../plain.ts'

export type AccountDoc = Stored<Account> & {
  /** Sort key of the name. */
  nameKey: string
  /** Folded name and login. */
  search: string
  /** Of an admin: rises with each change that relies on him to stay one. */
  holds?: number
}

export const accountSchema = new Schema<AccountDoc>(
  {
    _id: String,
    login: { type: String, required: true },
    name: { type: String, required: true },
    grants: [
      { _id: false, role: { type: String, required: true }, units: { type: [String], default: undefined } },
    ],
    cadre: { type: String, default: null },
    passwordHash: { type: String, default: null },
    disabled: { type: Boolean, required: true },
    demo: { type: Boolean, required: true },
    nameKey: { type: String, required: true },
    search: { type: String, required: true },
    holds: Number,
  },
  { versionKey: false },
)
accountSchema.index({ login: 1 }, { unique: true })
accountSchema.index({ nameKey: 1, _id: 1, search: 1 })
accountSchema.index({ 'grants.units': 1 })
accountSchema.index({ 'grants.role': 1, nameKey: 1, _id: 1 })
accountSchema.index({ cadre: 1 }, { unique: true, partialFilterExpression: { cadre: { $type: 'string' } } })

export type TokenDoc = Stored<Token>

export const tokenSchema = new Schema<TokenDoc>(
  {
    _id: String,
    account: { type: String, required: true },
    name: { type: String, required: true },
    hash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, default: null },
  },
  { versionKey: false },
)
tokenSchema.index({ hash: 1 }, { unique: true })
tokenSchema.index({ account: 1 })
