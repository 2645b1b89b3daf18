import { Schema } from 'mongoose'
import type { JobFailure } from '../../ports/job-failures.ts'
import type { Stored } from '../plain.ts'

export type JobFailureDoc = Stored<JobFailure>

const DAYS_KEPT = 14

export const jobFailureSchema = new Schema<JobFailureDoc>(
  {
    _id: String,
    name: { type: String, required: true },
    payload: { type: Schema.Types.Mixed, required: true },
    reason: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
)
jobFailureSchema.index({ at: 1 }, { expireAfterSeconds: DAYS_KEPT * 24 * 60 * 60 })
