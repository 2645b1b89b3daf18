import { Schema } from 'mongoose'
import type { Campaign } from '../../domain/campaign.ts'
import type { Stored } from '../plain.ts'

export type CampaignDoc = Stored<Omit<Campaign, 'code' | 'reports'>> & {
  /** Absent in those that are older than it. */
  reports?: Campaign['reports']
}

export const campaignSchema = new Schema<CampaignDoc>(
  {
    _id: String,
    name: { type: String, required: true },
    topics: [{ _id: false, code: String, title: String }],
    requiredTopics: { type: Schema.Types.Mixed, required: true },
    opensAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    closesAt: { type: Date, required: true },
    graceSeconds: { type: Number, required: true },
    fileRules: { _id: false, maxBytes: Number, types: { type: [String] } },
    reminders: { type: Schema.Types.Mixed, required: true },
    reports: { type: Schema.Types.Mixed, default: undefined },
    questions: { type: [String], required: true },
  },
  { versionKey: false },
)
campaignSchema.index({ opensAt: -1 })
