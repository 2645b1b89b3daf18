import type { CampaignCode } from '../domain/campaign.ts'
import type { MailSwitch } from '../domain/mail-switch.ts'
import type { Tx } from './platform.ts'

/** Which kinds of mail units do not want. */
export interface MailSwitchStore {
  ofCampaign(campaign: CampaignCode): Promise<readonly MailSwitch[]>
  /** In place of what it was for that unit. */
  set(value: MailSwitch, tx: Tx): Promise<void>
}
