import { Schema } from 'mongoose'

export interface HeartbeatDoc {
  _id: string
  at: Date
}

export const heartbeatSchema = new Schema<HeartbeatDoc>(
  { _id: String, at: { type: Date, required: true } },
  { versionKey: false },
)
heartbeatSchema.index({ at: 1 }, { expireAfterSeconds: 3600 })
