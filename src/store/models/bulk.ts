import { Schema } from 'mongoose'
import type { Bulk } from '../../domain/bulk.ts'
import type { Selection } from '../../domain/selection.ts'
import type { Stored } from '../plain.ts'

export type BulkDoc = Stored<Bulk>
export type SelectionDoc = Stored<Selection> & { storedAt: Date }

export const bulkSchema = new Schema<BulkDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    change: { type: Schema.Types.Mixed, required: true },
    enrolments: { type: [String], required: true },
    by: { _id: false, id: String, name: String },
    at: { type: Date, required: true },
    idempotencyKey: { type: String, default: null },
    done: { type: Number, required: true },
    changed: { type: Number, required: true },
    leftOut: { type: Schema.Types.Mixed, required: true },
    undoneAt: { type: Date, default: null },
  },
  { versionKey: false },
)
bulkSchema.index(
  { 'by.id': 1, idempotencyKey: 1 },
  { unique: true, partialFilterExpression: { idempotencyKey: { $type: 'string' } } },
)

export const selectionSchema = new Schema<SelectionDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    by: { type: String, required: true },
    enrolments: { type: [String], required: true },
    list: { _id: false, unit: String, state: String, owing: String, q: String },
    at: { type: Date, required: true },
    storedAt: { type: Date, required: true, default: () => new Date() },
  },
  { versionKey: false },
)
// Only tidies up, by the server's own clock.
selectionSchema.index({ storedAt: 1 }, { expireAfterSeconds: 7 * 24 * 60 * 60 })
