import { Schema } from 'mongoose'
import type { Slip } from '../../domain/slip.ts'
import type { SignInLink } from '../../ports/accounts.ts'

export type LinkDoc = Omit<SignInLink, 'hash'> & {
  _id: string
  /** Absent for slips, which are kept to be counted. */
  storedAt?: Date
}

const slipSchema = new Schema<Slip>(
  {
    campaign: { type: String, required: true },
    enrolment: { type: String, required: true },
    batch: { type: String, required: true },
    issuedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { _id: false },
)

export const linkSchema = new Schema<LinkDoc>(
  {
    _id: String,
    account: { type: String, default: null },
    cadre: { type: String, default: null },
    mail: { type: String, default: null },
    expiresAt: { type: Date, required: true },
    setsPassword: { type: Boolean, default: false },
    slip: { type: slipSchema, default: null },
    storedAt: { type: Date, default: undefined },
  },
  { versionKey: false },
)
// Only tidies up, by the server's own clock: what counts is `expiresAt`.
linkSchema.index({ storedAt: 1 }, { expireAfterSeconds: 24 * 60 * 60 })
linkSchema.index({ account: 1 })
linkSchema.index(
  { 'slip.enrolment': 1 },
  { unique: true, partialFilterExpression: { 'slip.enrolment': { $exists: true } } },
)
linkSchema.index({ 'slip.batch': 1 }, { partialFilterExpression: { 'slip.batch': { $exists: true } } })
