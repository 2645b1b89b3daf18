import { Schema } from 'mongoose'

export interface ReadingDoc {
  _id: string
  enrolment: string
  version: number
}

export const readingSchema = new Schema<ReadingDoc>(
  { _id: String, enrolment: { type: String, required: true }, version: { type: Number, required: true } },
  { versionKey: false },
)
