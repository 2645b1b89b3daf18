import type { CampaignCode, ReminderSchedule } from './campaign.ts'
import type { MailKind, SwitchableKind } from './mail-kind.ts'
import type { UnitCode } from './unit.ts'

/** Kinds of mail that a unit and all below it do not get. */
export interface MailSwitch {
  readonly campaign: CampaignCode
  readonly unit: UnitCode
  readonly off: readonly SwitchableKind[]
}

/** Is this kind switched off for somebody with this path: by the campaign, or by a unit on it? */
export const isSwitchedOff = (
  kind: MailKind,
  path: readonly UnitCode[],
  { off }: Pick<ReminderSchedule, 'off'>,
  switches: readonly MailSwitch[],
): boolean =>
  kind !== 'reminder' &&
  (off.includes(kind) || switches.some(({ unit, off: there }) => path.includes(unit) && there.includes(kind)))
