import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { ReminderKind } from '../domain/mail-kind.ts'
import {
  checkMailTexts,
  type MailLanguage,
  type MailText,
  type WholeMailText,
  withMailText,
} from '../domain/mail-text.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type Problem, problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Ports } from '../ports/index.ts'
import { type SampleLetter, sampleMails } from './sample-mails.ts'

/** Which of a campaign's texts is meant. */
export interface MailTextPlace {
  readonly campaign: CampaignCode
  readonly kind: ReminderKind
  readonly language: MailLanguage
}

export interface MailTextPreview {
  readonly campaign: Campaign
  readonly language: MailLanguage
  /** What is said where the text says nothing. */
  readonly usual: WholeMailText
  /** What somebody made up would read; as far as the text can be filled in. */
  readonly letter: SampleLetter
  /** Every reason why the text cannot be saved. */
  readonly problems: readonly Problem[]
}

/** What a mail would say with this text, or with the one that the campaign has; nothing is written. */
export const previewMailText =
  (ports: Pick<Ports, 'campaigns' | 'usualTexts' | 'publicUrl'>) =>
  async (
    actor: Actor,
    {
      campaign: code,
      kind,
      language: asked,
    }: Omit<MailTextPlace, 'language'> & {
      /** null: what the campaign writes in. */
      readonly language: MailLanguage | null
    },
    text: MailText | null,
  ): Promise<Result<MailTextPreview>> => {
    if (scopeOf(actor, 'edit-campaign').kind !== 'everything') return refuse(problem('forbidden'))
    const campaign = await ports.campaigns.find(code)
    if (campaign === null) return refuse(problem('not-found'))
    const { reminders } = campaign
    const language = asked ?? reminders.language
    const texts = text === null ? reminders.texts : withMailText(reminders.texts, kind, language, text)
    const letters = sampleMails({ ...campaign, reminders: { ...reminders, texts, language } }, ports)
    return ok({
      campaign,
      language,
      usual: ports.usualTexts[kind][language],
      letter: letters[kind],
      problems: checkMailTexts({ [kind]: { [language]: texts[kind]?.[language] } }, 'body/reminders/texts'),
    })
  }
