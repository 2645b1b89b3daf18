import { Schema } from 'mongoose'
import type { EmailChange } from '../../ports/contact.ts'

export type EmailChangeDoc = Omit<EmailChange, 'hash'> & { _id: string; storedAt: Date }

export const emailChangeSchema = new Schema<EmailChangeDoc>(
  {
    _id: String,
    cadre: { type: String, required: true },
    by: { type: String, required: true },
    email: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    storedAt: { type: Date, required: true, default: () => new Date() },
  },
  { versionKey: false },
)
emailChangeSchema.index({ cadre: 1 })
// Only tidies up, by the server's own clock: what counts is `expiresAt`.
emailChangeSchema.index({ storedAt: 1 }, { expireAfterSeconds: 24 * 60 * 60 })
