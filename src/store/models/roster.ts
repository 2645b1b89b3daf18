import { Schema } from 'mongoose'

/** How many batches were imported into a campaign: the point where two imports at once meet. */
export interface RosterDoc {
  _id: string
  revision: number
}

export const rosterSchema = new Schema<RosterDoc>(
  { _id: String, revision: { type: Number, required: true } },
  { versionKey: false },
)
