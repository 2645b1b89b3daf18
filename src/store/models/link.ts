import { Schema } from 'mongoose'
import type { SignInLink } from '../../ports/accounts.ts'

export type LinkDoc = Omit<SignInLink, 'hash'> & { _id: string; storedAt: Date }

export const linkSchema = new Schema<LinkDoc>(
  {
    _id: String,
    account: { type: String, default: null },
    cadre: { type: String, default: null },
    mail: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    setsPassword: { type: Boolean, default: false },
    storedAt: { type: Date, required: true, default: () => new Date() },
  },
  { versionKey: false },
)
// Only tidies up, by the server's own clock: what counts is `expiresAt`.
linkSchema.index({ storedAt: 1 }, { expireAfterSeconds: 24 * 60 * 60 })
linkSchema.index({ account: 1 })
