import { Schema } from 'mongoose'
import { UNIT_KINDS, type Unit } from '../../domain/unit.ts'
import type { Stored } from '../plain.ts'

export type UnitDoc = Stored<Omit<Unit, 'code'>>

export const unitSchema = new Schema<UnitDoc>(
  {
    _id: String,
    name: { type: String, required: true },
    kind: { type: String, required: true, enum: UNIT_KINDS },
    parent: { type: String, default: null },
    path: { type: [String], required: true },
    validFrom: { type: String, default: null },
    validTo: { type: String, default: null },
    predecessors: [String],
    aliases: [String],
  },
  { versionKey: false },
)
unitSchema.index({ parent: 1 })
unitSchema.index({ path: 1 })
