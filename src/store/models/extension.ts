import { Schema } from 'mongoose'
import type { GrantedExtension } from '../../ports/extensions.ts'
import type { Stored } from '../plain.ts'

export type ExtensionDoc = Stored<GrantedExtension>

/** What was taken back: reports as of an earlier moment still know of it. */
export type RevokedExtensionDoc = ExtensionDoc & { revokedAt: Date }

const fields = {
  _id: String,
  campaign: { type: String, required: true },
  enrolment: { type: String, default: null },
  unit: { type: String, default: null },
  path: { type: [String], required: true },
  dueAt: { type: Date, required: true },
  closesAt: { type: Date, default: null },
  reason: { type: String, required: true },
  grantedAt: { type: Date, required: true },
  grantedBy: { type: String, required: true },
} as const

export const extensionSchema = new Schema<ExtensionDoc>(fields, { versionKey: false })
extensionSchema.index({ enrolment: 1, campaign: 1 })
extensionSchema.index({ unit: 1, campaign: 1 })
extensionSchema.index({ campaign: 1, path: 1 })

export const revokedExtensionSchema = new Schema<RevokedExtensionDoc>(
  { ...fields, revokedAt: { type: Date, required: true } },
  { versionKey: false },
)
revokedExtensionSchema.index({ campaign: 1 })
