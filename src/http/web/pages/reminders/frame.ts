import { z } from 'zod'
import { campaignCode, unitCode } from '../../../../wire/campaign.ts'

export const ACCESS = ['staff', 'admin'] as const
export const params = z.object({ c: campaignCode })
export const query = z.object({ unit: unitCode.optional() })
