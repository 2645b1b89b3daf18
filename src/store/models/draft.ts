import { Schema } from 'mongoose'
import type { Draft } from '../../domain/draft.ts'
import type { Stored } from '../plain.ts'

export type DraftDoc = Stored<Draft>

export const draftSchema = new Schema<DraftDoc>(
  {
    _id: String,
    enrolment: { type: String, required: true },
    topic: { type: String, required: true },
    parts: [{ _id: false, heading: String, text: String }],
    revision: { type: Number, required: true },
    savedAt: { type: Date, required: true },
  },
  { versionKey: false },
)
draftSchema.index({ enrolment: 1 })
