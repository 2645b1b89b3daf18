import { Schema } from 'mongoose'
import type { RosterImport } from '../../domain/roster-import.ts'
import { CLAIM_INDEX, CLAIM_SCHEMA, type ClaimFields } from '../claims.ts'
import type { Stored } from '../plain.ts'

export type RosterImportDoc = Stored<RosterImport> & ClaimFields

const number = { type: Number, required: true }
const text = { type: String, required: true }
const applied = { created: number, updated: number, moved: number }

export const rosterImportSchema = new Schema<RosterImportDoc>(
  {
    _id: String,
    campaign: text,
    unit: text,
    path: { type: [String], required: true },
    file: { name: text, size: number, sha256: text, fileId: text },
    state: text,
    counts: {
      ...applied,
      rows: number,
      merged: number,
      unchanged: number,
      rejected: number,
      warnings: number,
      absent: number,
    },
    preview: { fileId: text, sha256: text },
    isChanged: { type: Boolean, required: true },
    applied: { type: new Schema(applied, { _id: false }), default: null },
    uploadedBy: { id: text, name: text },
    uploadedAt: { type: Date, required: true },
    confirmedBy: { type: String, default: null },
    confirmedAt: { type: Date, default: null },
    finishedAt: { type: Date, default: null },
    expiresAt: { type: Date, required: true },
    failure: { type: Schema.Types.Mixed, default: null },
    ...CLAIM_SCHEMA,
  },
  { versionKey: false, minimize: false },
)
rosterImportSchema.index({ campaign: 1, path: 1, uploadedAt: -1 })
rosterImportSchema.index(...CLAIM_INDEX)
