import { Schema } from 'mongoose'
import type { AuditEntry } from '../../ports/audit.ts'

export const auditSchema = new Schema<AuditEntry>(
  {
    actor: { _id: false, id: String, name: String },
    action: { type: String, required: true },
    target: { type: String, required: true },
    path: [String],
    at: { type: Date, required: true },
    details: Schema.Types.Mixed,
  },
  { versionKey: false },
)
// One for each way the log is read, newest first.
auditSchema.index({ at: -1, _id: -1 })
auditSchema.index({ target: 1, at: -1, _id: -1 })
auditSchema.index({ path: 1, at: -1, _id: -1 })
auditSchema.index({ 'actor.id': 1, at: -1, _id: -1 })
auditSchema.index({ action: 1, at: -1, _id: -1 })
