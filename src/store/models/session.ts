import { Schema } from 'mongoose'

/** Written by express-session's store; here for its indexes, and to end the sessions of an account. */
export interface SessionDoc {
  /** Hash of the session's id. */
  _id: string
  expires: Date
  session: { account?: string }
}

export const sessionSchema = new Schema<SessionDoc>(
  { _id: String, expires: Date, session: { account: String } },
  { versionKey: false },
)
sessionSchema.index({ expires: 1 }, { expireAfterSeconds: 0 })
sessionSchema.index({ 'session.account': 1 })
