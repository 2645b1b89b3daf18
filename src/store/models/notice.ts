import { Schema } from 'mongoose'
import type { Notice } from '../../domain/notice.ts'
import type { Stored } from '../plain.ts'

export type NoticeDoc = Stored<Notice> & {
  /** Sort key of the name. */
  nameKey: string
  /** Somebody is sending it; he died if it is still there after that. */
  leasedUntil?: Date
  /** Those that were taken together. */
  leasedBy?: string
}

export const noticeSchema = new Schema<NoticeDoc>(
  {
    _id: String,
    kind: { type: String, required: true },
    channel: { type: String, default: 'mail' },
    campaign: { type: String, required: true },
    enrolment: { type: String, required: true },
    cause: { type: String, required: true },
    name: { type: String, required: true },
    email: { type: String, default: null },
    phone: { type: String, default: null },
    unit: { type: String, required: true },
    path: { type: [String], required: true },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    detail: { type: String, default: null },
    attempt: { type: Number, required: true },
    tryAt: { type: Date, required: true },
    turn: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    sentAt: { type: Date, default: null },
    nameKey: { type: String, required: true },
    leasedUntil: { type: Date, default: undefined },
    leasedBy: { type: String, default: undefined },
  },
  { versionKey: false },
)
noticeSchema.index({ cause: 1, enrolment: 1 }, { unique: true })
noticeSchema.index({ cause: 1, nameKey: 1, _id: 1 })
// Counts what becomes of mails without reading them.
noticeSchema.index({ cause: 1, state: 1, reason: 1 })
noticeSchema.index({ createdAt: 1, kind: 1, state: 1 })
noticeSchema.index({ enrolment: 1, kind: 1, createdAt: -1 })
noticeSchema.index({ campaign: 1, path: 1, cause: 1, state: 1 })
noticeSchema.index({ tryAt: 1 }, { partialFilterExpression: { state: 'queued' } })
// Each lane finds its own without passing by those of another.
noticeSchema.index({ kind: 1, tryAt: 1 }, { partialFilterExpression: { state: 'queued' } })
