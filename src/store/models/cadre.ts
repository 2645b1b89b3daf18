import { Schema } from 'mongoose'
import type { Cadre } from '../../domain/cadre.ts'
import type { Stored } from '../plain.ts'

export type CadreDoc = Stored<Cadre>

/** The same fields in `cadres` (the truth) and in every enrolment of his (the copy that lists read). */
export const personFields = {
  name: { type: String, required: true },
  birth: { type: String, default: null },
  gender: { type: String, default: null },
  staffCode: { type: String, default: null },
  email: { type: String, default: null },
  ownEmail: { type: new Schema({ former: [String] }, { _id: false }), default: undefined },
  phone: { type: String, default: null },
} as const

export const cadreSchema = new Schema<CadreDoc>({ _id: String, ...personFields }, { versionKey: false })
cadreSchema.index({ staffCode: 1 }, { partialFilterExpression: { staffCode: { $type: 'string' } } })
cadreSchema.index({ email: 1 }, { partialFilterExpression: { email: { $type: 'string' } } })
cadreSchema.index({ phone: 1 }, { partialFilterExpression: { phone: { $type: 'string' } } })
