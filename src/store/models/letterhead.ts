import { Schema } from 'mongoose'
import type { UnitLetterhead } from '../../domain/letterhead.ts'

export type LetterheadDoc = Omit<UnitLetterhead, 'unit'> & { _id: string }

export const letterheadSchema = new Schema<LetterheadDoc>(
  {
    _id: String,
    parentBody: { type: String, default: null },
    issuingBody: { type: String, required: true },
    number: { type: Number, default: null },
    symbol: { type: String, required: true },
    place: { type: String, required: true },
    addressees: [String],
    bases: [String],
    titles: [String],
    signer: { type: String, default: null },
    recipients: [String],
    rules: { type: String, required: true },
  },
  { versionKey: false },
)
