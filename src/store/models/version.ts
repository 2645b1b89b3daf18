import { Schema } from 'mongoose'
import type { EssayVersion, PaperEssay } from '../../domain/essay.ts'
import type { Stored } from '../plain.ts'

export type VersionDoc = Omit<Stored<EssayVersion>, 'paper'> & {
  /** Absent in what was written before there were papers. */
  paper?: PaperEssay | null
  /** The outbox: written with the version, cleared by the worker once its entry in the log and the receipt mail are made. */
  pending?: true
  /** Its photos are to be bound: written with the version, cleared by the write that names their PDF. */
  unbound?: true
  /** It was returned and its writer is to be told: written with the verdict, cleared by the worker. */
  untold?: true
}

const file = { id: String, name: String, type: { type: String }, size: Number, sha256: String }
const page = {
  _id: false,
  name: String,
  type: { type: String },
  start: Number,
  size: Number,
  sha256: String,
  turn: Number,
}

const review = {
  _id: false,
  id: String,
  verdict: String,
  note: { type: String, default: null },
  dueAt: { type: Date, default: null },
  at: Date,
  by: String,
  byName: String,
}

export const versionSchema = new Schema<VersionDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    enrolment: { type: String, required: true },
    topic: { type: String, required: true },
    number: { type: Number, required: true },
    file: { _id: false, ...file, pages: { type: [page], default: undefined } },
    bound: { type: new Schema(file, { _id: false }), default: undefined },
    paper: { _id: false, id: String, note: String, recordedAt: Date },
    receivedAt: { type: Date, required: true },
    late: { type: Boolean, required: true },
    lateBy: { type: Number, required: true },
    receipt: { type: String, required: true },
    idempotencyKey: { type: String, default: null },
    by: { type: String, required: true },
    byName: { type: String, required: true },
    onBehalf: { type: Boolean, required: true },
    withdrawnAt: { type: Date, default: null },
    pending: { type: Boolean, default: undefined },
    reviews: { type: [review], default: undefined },
    unbound: { type: Boolean, default: undefined },
    untold: { type: Boolean, default: undefined },
  },
  { versionKey: false },
)
versionSchema.index({ enrolment: 1, topic: 1, number: 1 }, { unique: true })
versionSchema.index({ receipt: 1 }, { unique: true })
versionSchema.index(
  { enrolment: 1, idempotencyKey: 1 },
  { unique: true, partialFilterExpression: { idempotencyKey: { $type: 'string' } } },
)
versionSchema.index({ pending: 1 }, { partialFilterExpression: { pending: true } })
versionSchema.index({ unbound: 1 }, { partialFilterExpression: { unbound: true } })
versionSchema.index({ untold: 1 }, { partialFilterExpression: { untold: true } })
versionSchema.index({ 'file.id': 1 })
versionSchema.index({ 'bound.id': 1 }, { partialFilterExpression: { 'bound.id': { $exists: true } } })
