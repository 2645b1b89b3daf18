import { Schema } from 'mongoose'
import type { Pace } from '../../domain/pace.ts'

export type PaceDoc = Pace & { readonly _id: string }

export const paceSchema = new Schema<PaceDoc>(
  { _id: String, start: { type: Date, required: true }, taken: { type: Number, required: true } },
  { versionKey: false },
)
