import type { CampaignCode } from '../domain/campaign.ts'
import { SWITCHABLE_KINDS, type SwitchableKind } from '../domain/mail-kind.ts'
import { isSwitchedOff } from '../domain/mail-switch.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { type ComingWave, comingWaves } from '../domain/reminder.ts'
import { ok, type Result } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { getProgress } from './progress.ts'
import { getUnitChoice, type UnitChoice } from './unit-choice.ts'
import { unitNames } from './unit-names.ts'
import { viewOf, type WaveView } from './waves.ts'

export interface NamedWave extends WaveView {
  /** Name of the unit it was for; null: the whole campaign, or people chosen by hand. */
  readonly unitName: string | null
}

/** What staff work on who remind a unit's people. */
export interface ReminderDesk extends UnitChoice {
  /** As last counted. */
  readonly people: number
  readonly owing: number
  /** Kinds that the unit itself has switched off, and those that are off for it whatever it wants. */
  readonly off: readonly SwitchableKind[]
  readonly offAbove: readonly SwitchableKind[]
  /** By the schedule, soonest first. */
  readonly coming: readonly ComingWave[]
  /** Newest first. */
  readonly waves: readonly NamedWave[]
}

type Needed = Pick<Ports, 'campaigns' | 'units' | 'totals' | 'extensions' | 'waves' | 'mailSwitches'>

export const getReminderDesk =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit?: UnitCode | undefined },
    now: Date,
  ): Promise<Result<ReminderDesk>> => {
    const choice = await getUnitChoice(ports)(actor, 'send-reminder', asked)
    if (!choice.ok) return choice
    const { campaign, unit } = choice.value
    const progress = await getProgress(ports)(actor, { campaign: campaign.code, unit: unit.code })
    if (!progress.ok) return progress
    const { people, exempt, partial, nothing } = progress.value.totals
    const [extensions, switches, seen] = await Promise.all([
      ports.extensions.ofCampaign(campaign.code),
      ports.mailSwitches.ofCampaign(campaign.code),
      ports.waves.seen(scopeOf(actor, 'send-reminder'), campaign.code, { unit: unit.code }),
    ])
    const waves = seen.map(viewOf(actor))
    const unitName = await unitNames(ports)(waves.flatMap(wave => wave.unit ?? []))
    return ok({
      ...choice.value,
      people: people - exempt,
      owing: partial + nothing,
      off: switches.find(one => one.unit === unit.code)?.off ?? [],
      offAbove: SWITCHABLE_KINDS.filter(kind =>
        isSwitchedOff(kind, unit.path.slice(0, -1), campaign.reminders, switches),
      ),
      coming: comingWaves(campaign, extensions, now),
      waves: waves.map(wave => ({ ...wave, unitName: wave.unit === null ? null : unitName(wave.unit) })),
    })
  }
