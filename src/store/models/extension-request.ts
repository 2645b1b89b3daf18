import { Schema } from 'mongoose'
import type { ExtensionRequest, RequestAnswer } from '../../domain/extension-request.ts'
import type { Stored } from '../plain.ts'

/** `waiting` says in an index what `answer: null` says. */
export type ExtensionRequestDoc = Stored<ExtensionRequest> & { waiting: boolean }

const answerSchema = new Schema<RequestAnswer>(
  {
    verdict: { type: String, required: true },
    note: { type: String, default: null },
    dueAt: { type: Date, default: null },
    at: { type: Date, required: true },
    by: { type: String, required: true },
  },
  { _id: false },
)

export const extensionRequestSchema = new Schema<ExtensionRequestDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    enrolment: { type: String, required: true },
    dueAt: { type: Date, required: true },
    reason: { type: String, required: true },
    requestedAt: { type: Date, required: true },
    answer: { type: answerSchema, default: null },
    waiting: { type: Boolean, required: true },
  },
  { versionKey: false },
)
extensionRequestSchema.index({ enrolment: 1 })
extensionRequestSchema.index(
  { enrolment: 1, waiting: 1 },
  { unique: true, partialFilterExpression: { waiting: true } },
)
extensionRequestSchema.index({ campaign: 1, waiting: 1, requestedAt: 1 })
