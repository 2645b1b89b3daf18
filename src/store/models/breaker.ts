import { Schema } from 'mongoose'
import type { Breaker } from '../../domain/breaker.ts'

export type BreakerDoc = Breaker & { readonly _id: string }

export const breakerSchema = new Schema<BreakerDoc>(
  {
    _id: String,
    failures: { type: Number, required: true },
    probes: { type: Number, required: true },
    until: { type: Date, default: null },
    reason: { type: String, required: true },
    since: { type: Date, required: true },
  },
  { versionKey: false },
)
