import { sha256 } from '../crypto/sha256.ts'
import type { Campaign } from '../domain/campaign.ts'

/** Changes with everything that an admin sees and may change of a campaign. */
export const campaignSeal = (campaign: Campaign): string => sha256(JSON.stringify(campaign))
