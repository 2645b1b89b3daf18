import { Schema } from 'mongoose'
import type { Count } from '../../domain/count.ts'
import type { Retally } from '../../ports/totals.ts'

type Counted = Count & { readonly ticket: number }

export interface UnitTotalsDoc {
  /** `campaign:unit` */
  _id: string
  own?: Counted
  all?: Counted
}

export const unitTotalsSchema = new Schema<UnitTotalsDoc>(
  { _id: String, own: Schema.Types.Mixed, all: Schema.Types.Mixed },
  { versionKey: false },
)

/** The one document of the recounting itself. */
export interface RecountDoc {
  _id: 'recount'
  ticket: number
  asOf?: Date
}

export const recountSchema = new Schema<RecountDoc>(
  { _id: String, ticket: Number, asOf: Date },
  { versionKey: false },
)

export interface RetallyDoc {
  /** The campaign. */
  _id: string
  id: Retally['id']
  after: Retally['after']
}

export const retallySchema = new Schema<RetallyDoc>(
  { _id: String, id: { type: String, required: true }, after: String },
  { versionKey: false, id: false },
)
