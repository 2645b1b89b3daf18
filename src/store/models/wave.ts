import { Schema } from 'mongoose'
import type { Wave } from '../../domain/wave.ts'
import type { Stored } from '../plain.ts'

export type WaveDoc = Stored<Wave>

const stoppedSchema = new Schema({ at: Date, by: { _id: false, id: String, name: String } }, { _id: false })

export const waveSchema = new Schema<WaveDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    since: { type: Date, default: null },
    unit: { type: String, default: null },
    enrolments: { type: [String], default: null },
    path: { type: [String], required: true },
    by: { _id: false, id: String, name: String },
    idempotencyKey: { type: String, default: null },
    planned: { type: Boolean, required: true },
    recipients: { type: Number, required: true },
    withoutAddress: { type: Number, required: true },
    stopped: { type: stoppedSchema, default: null },
  },
  { versionKey: false },
)
// Scheduled waves are a chain, each with one successor: two workers never split the same span in two ways.
waveSchema.index(
  { campaign: 1, since: 1 },
  { unique: true, partialFilterExpression: { kind: 'scheduled' }, name: 'one_successor' },
)
waveSchema.index(
  { 'by.id': 1, idempotencyKey: 1 },
  { unique: true, partialFilterExpression: { idempotencyKey: { $type: 'string' } } },
)
waveSchema.index({ campaign: 1, at: -1 })
waveSchema.index({ at: -1, _id: -1 })
waveSchema.index({ planned: 1 }, { partialFilterExpression: { planned: false } })
waveSchema.index({ 'stopped.at': 1 }, { partialFilterExpression: { 'stopped.at': { $exists: true } } })
