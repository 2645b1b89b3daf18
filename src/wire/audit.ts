import { z } from 'zod'
import { moment, unitCode } from './campaign.ts'

/** What is asked of the log. */
export const auditFilter = {
  who: z.string().max(200).optional().meta({
    description: "An account's id, or words of its name or login",
  }),
  action: z.string().max(60).optional().meta({
    description: '`extension.granted`, or everything of a noun: `extension.`',
  }),
  target: z.string().max(200).optional().meta({ description: '`enrolment:…`, `unit:…`, `account:…`' }),
  unit: unitCode.optional().meta({ description: 'The unit and all below it' }),
  since: moment.optional(),
  until: moment.optional().meta({ description: 'Not included' }),
}

interface Place {
  readonly at: Date
  readonly id: string
}

/** Opaque to clients: the time and the id of the last entry seen. */
export const auditCursor = z
  .string()
  .regex(/^\d{13}-[0-9a-f]{24}$/, 'cursor không đúng; hãy lấy lại từ trang đầu')
  .transform((text): Place => ({ at: new Date(Number(text.slice(0, 13))), id: text.slice(14) }))

export const auditCursorOf = ({ at, id }: Place): string => `${String(at.getTime()).padStart(13, '0')}-${id}`
