import { Schema } from 'mongoose'
import { WHOLE_ARCHIVE } from '../../domain/report.ts'
import type { NewReport } from '../../ports/reports.ts'
import type { Stored } from '../plain.ts'

export type ReportDoc = Omit<Stored<NewReport>, 'batch' | 'occasion'> & {
  /** Absent in those that are older than batches. */
  batch?: string | null
  /** Absent in those that are older than schedules. */
  occasion?: NewReport['occasion']
  /** Absent once it is finished. */
  underWay?: true
  /** Of a schedule, and its people do not know of it yet. */
  untold?: true
  lease?: { holder: string; until: Date }
  attempts: number
  /** Files begun and not yet the report's. */
  drafts: string[]
}

export const reportSchema = new Schema<ReportDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    unit: { type: String, required: true },
    path: { type: [String], required: true },
    batch: { type: String, default: null },
    occasion: { type: String, default: null },
    cutoff: { type: Date, required: true },
    formats: [String],
    archive: { type: Schema.Types.Mixed, default: WHOLE_ARCHIVE },
    state: { type: String, required: true },
    progress: { type: Number, required: true },
    files: [
      {
        _id: false,
        format: String,
        part: { type: Number, default: 1 },
        name: String,
        size: Number,
        sha256: String,
        fileId: String,
      },
    ],
    digest: { type: Schema.Types.Mixed, default: null },
    requestedBy: { type: String, required: true },
    requestedAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
    failure: { type: Schema.Types.Mixed, default: null },
    sameness: { type: String, required: true },
    idempotencyKey: { type: String, default: null },
    underWay: { type: Boolean, default: undefined },
    untold: { type: Boolean, default: undefined },
    lease: { type: { _id: false, holder: String, until: Date }, default: undefined },
    attempts: { type: Number, required: true },
    drafts: [String],
  },
  { versionKey: false, minimize: false },
)
reportSchema.index({ campaign: 1, path: 1, requestedAt: -1 })
reportSchema.index({ batch: 1 }, { partialFilterExpression: { batch: { $type: 'string' } } })
reportSchema.index({ sameness: 1 }, { unique: true, partialFilterExpression: { underWay: true } })
reportSchema.index(
  { requestedBy: 1, idempotencyKey: 1 },
  { unique: true, partialFilterExpression: { idempotencyKey: { $type: 'string' } } },
)
reportSchema.index({ underWay: 1, 'lease.until': 1 }, { partialFilterExpression: { underWay: true } })
reportSchema.index({ untold: 1 }, { partialFilterExpression: { untold: true } })
reportSchema.index({ 'drafts.0': 1 }, { partialFilterExpression: { 'drafts.0': { $exists: true } } })
