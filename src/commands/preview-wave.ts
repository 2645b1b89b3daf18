import type { Campaign, CampaignCode } from '../domain/campaign.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { WaveKind } from '../domain/mail-kind.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Unit, UnitCode } from '../domain/unit.ts'
import { nameKey } from '../domain/vietnamese.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import { reminderText } from '../mail/messages/reminder-text.ts'
import type { Ports } from '../ports/index.ts'
import { unitNames } from '../queries/unit-names.ts'
import { type Survey, surveyWave } from './survey-wave.ts'

export interface WavePreview extends Pick<Survey, 'recipients' | 'byMessage' | 'justReminded'> {
  readonly campaign: Campaign
  readonly unit: Unit
  /** When it would go out. */
  readonly at: Date
  /** Who owes too, but has no mail address: by name, with the name of his unit. */
  readonly toCall: readonly { readonly enrolment: Enrolment; readonly unit: string }[]
  /** What one of those would read who are texted. */
  readonly text: string | null
  /** What some of them would read. */
  readonly samples: readonly {
    readonly enrolment: Enrolment
    readonly kind: WaveKind
    readonly letter: ReturnType<typeof reminderLetter>
  }[]
}

type Needed = Pick<
  Ports,
  | 'campaigns'
  | 'units'
  | 'extensions'
  | 'debtors'
  | 'mailSwitches'
  | 'notices'
  | 'messenger'
  | 'waves'
  | 'usualTexts'
  | 'publicUrl'
>

/**
 * What a wave to a unit and all below it would do, without doing it: one by hand now, or the scheduled one that is to
 * begin at `at`, as far as one can know today.
 */
export const previewWave =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit: UnitCode; readonly at: Date | null },
    now: Date,
  ): Promise<Result<WavePreview>> => {
    const scope = scopeOf(actor, 'send-reminder')
    const campaign = await ports.campaigns.find(asked.campaign)
    const unit = campaign && (await ports.units.find(scope, asked.unit))
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const last = asked.at === null ? null : await ports.waves.lastScheduled(campaign.code)
    const at = asked.at ?? now
    const { toCall, samples, textSample, ...counts } = await surveyWave(ports)(
      scope,
      campaign,
      {
        unit: unit.code,
        enrolments: null,
        kind: asked.at === null ? 'manual' : 'scheduled',
        since: last?.at ?? null,
        at,
      },
      at,
    )
    const unitName = await unitNames(ports)(
      [...toCall, ...samples.map(({ enrolment }) => enrolment)].map(enrolment => enrolment.unit),
    )
    const byName = toCall
      .map(enrolment => ({ enrolment, unit: unitName(enrolment.unit), key: nameKey(enrolment.person.name) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    return ok({
      ...counts,
      campaign,
      unit,
      at,
      toCall: byName,
      text: textSample && reminderText({ campaign, ...textSample, now: at }),
      samples: samples.map(({ enrolment, deadline, kind }) => ({
        enrolment,
        kind,
        letter: reminderLetter({
          ...{ campaign, enrolment, deadline, kind, now: at },
          ...{ publicUrl: ports.publicUrl, usual: ports.usualTexts, unit: unitName(enrolment.unit) },
          signIn: null,
        }),
      })),
    })
  }
