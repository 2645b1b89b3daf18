import { Schema } from 'mongoose'
import type { EssayFile } from '../../domain/essay.ts'
import { type EssayText } from '../../domain/essay-text.ts'

export interface EssayTextDoc extends Partial<Omit<EssayText, 'file'>> {
  _id: EssayText['file']
  type: EssayFile['type']
  attempts: number
  /** Absent once it was read. */
  due?: true
  /** Somebody is reading it; he died if it is still there after that. */
  leasedUntil?: Date
}

export const essayTextSchema = new Schema<EssayTextDoc>(
  {
    _id: String,
    type: { type: String, required: true },
    attempts: { type: Number, required: true },
    due: { type: Boolean, default: undefined },
    leasedUntil: { type: Date, default: undefined },
    state: { type: String, default: undefined },
    reason: { type: String, default: undefined },
    paragraphs: { type: [String], default: undefined },
    words: { type: Number, default: undefined },
    legacyFont: { type: String, default: undefined },
    readAt: { type: Date, default: undefined },
  },
  { versionKey: false },
)
essayTextSchema.index({ due: 1, leasedUntil: 1 }, { partialFilterExpression: { due: true } })
