import { Schema } from 'mongoose'
import type { MailSwitch } from '../../domain/mail-switch.ts'

export type MailSwitchDoc = MailSwitch & { readonly _id: string }

export const mailSwitchSchema = new Schema<MailSwitchDoc>(
  {
    _id: String,
    campaign: { type: String, required: true },
    unit: { type: String, required: true },
    off: { type: [String], required: true },
  },
  { versionKey: false },
)
mailSwitchSchema.index({ campaign: 1 })
