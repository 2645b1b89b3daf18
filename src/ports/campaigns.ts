import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Tx } from './platform.ts'

export interface CampaignStore {
  find(code: CampaignCode, tx?: Tx): Promise<Campaign | null>
  /** Newest opening first. */
  all(): Promise<readonly Campaign[]>
  /** false: there is one with this code already. */
  insert(campaign: Campaign): Promise<boolean>
  replace(campaign: Campaign, tx: Tx): Promise<void>
}
