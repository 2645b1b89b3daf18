import type { Campaign } from '../domain/campaign.ts'
import { type MailText, withMailText } from '../domain/mail-text.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { type Result, refuse } from '../domain/result.ts'
import { campaignSeal } from '../queries/campaign-seal.ts'
import { changeCampaign } from './change-campaign.ts'
import type { MailTextPlace } from './preview-mail-text.ts'

/** Gives a campaign words of its own for one kind of mail in one language; none of them: the usual ones again. */
export const changeMailText =
  (ports: Parameters<typeof changeCampaign>[0]) =>
  async (
    actor: Actor,
    { campaign: code, kind, language }: MailTextPlace,
    text: MailText,
    now: Date,
  ): Promise<Result<Campaign>> => {
    const campaign = await ports.campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const texts = withMailText(campaign.reminders.texts, kind, language, text)
    return changeCampaign(ports)(actor, code, { reminders: { texts }, seen: campaignSeal(campaign) }, now)
  }
