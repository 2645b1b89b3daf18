import { z } from 'zod'
import { unitCode } from './campaign.ts'

/** What an account may do, and where. */
export const grant = z.discriminatedUnion('role', [
  z.object({ role: z.literal('admin') }),
  z.object({
    role: z.enum(['staff', 'trainer']),
    units: z.array(unitCode).min(1, 'cần ít nhất một đơn vị').max(200),
  }),
])

/** Ids are taken as they come; what is no id of ours is simply not found. */
export const accountId = z.string().min(1).max(60)
