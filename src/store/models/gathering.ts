import { Schema } from 'mongoose'
import type { Gathered, Gathering } from '../../domain/gathering.ts'
import { CLAIM_INDEX, CLAIM_SCHEMA, type ClaimFields } from '../claims.ts'
import type { Stored } from '../plain.ts'

export type GatheringDoc = Stored<Gathering> & ClaimFields
export type GatheredDoc = Stored<Gathered>

const number = { type: Number, required: true }
const text = { type: String, required: true }
const staged = { _id: false, fileId: text, name: text, size: number }
const problem = { type: Schema.Types.Mixed, default: null }

export const gatheringSchema = new Schema<GatheringDoc>(
  {
    _id: String,
    campaign: text,
    unit: text,
    path: { type: [String], required: true },
    by: { id: text, name: text },
    startedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    state: text,
    archives: [{ ...staged, state: text, problem }],
    confirmedBy: { type: String, default: null },
    confirmedAt: { type: Date, default: null },
    finishedAt: { type: Date, default: null },
    failure: problem,
    ...CLAIM_SCHEMA,
  },
  { versionKey: false, minimize: false },
)
gatheringSchema.index({ campaign: 1, path: 1, startedAt: -1 })
gatheringSchema.index(...CLAIM_INDEX)

export const gatheredSchema = new Schema<GatheredDoc>(
  {
    _id: String,
    gathering: text,
    path: text,
    parts: [{ ...staged, sha256: text }],
    pagesOf: { type: String, default: null },
    match: { type: Schema.Types.Mixed, required: true },
    enrolment: { type: String, default: null },
    topics: [String],
    state: text,
    receipts: [{ _id: false, topic: text, code: text }],
    problem,
  },
  { versionKey: false, minimize: false },
)
// What is uploaded twice is there once.
gatheredSchema.index({ gathering: 1, path: 1 }, { unique: true })
gatheredSchema.index(
  { gathering: 1, pagesOf: 1 },
  { unique: true, partialFilterExpression: { pagesOf: { $type: 'string' } } },
)
