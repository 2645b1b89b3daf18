import type { CampaignCode } from '../domain/campaign.ts'
import { SWITCHABLE_KINDS, type SwitchableKind } from '../domain/mail-kind.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'

/** Says which kinds of mail a unit and all below it do not get; what is queued already is passed over too. */
export const switchMails =
  ({
    campaigns,
    units,
    mailSwitches,
    audit,
    transact,
  }: Pick<Ports, 'campaigns' | 'units' | 'mailSwitches' | 'audit' | 'transact'>) =>
  async (
    actor: Actor,
    asked: {
      readonly campaign: CampaignCode
      readonly unit: UnitCode
      readonly off: readonly SwitchableKind[]
    },
    now: Date,
  ): Promise<Result<null>> => {
    const campaign = await campaigns.find(asked.campaign)
    const unit = campaign && (await units.find(scopeOf(actor, 'send-reminder'), asked.unit))
    if (campaign === null || unit === null) return refuse(problem('not-found'))
    const off = SWITCHABLE_KINDS.filter(kind => asked.off.includes(kind))
    await transact(async tx => {
      await mailSwitches.set({ campaign: campaign.code, unit: unit.code, off }, tx)
      await audit.write(
        {
          actor,
          action: 'mails.switched',
          target: `unit:${unit.code}`,
          path: unit.path,
          at: now,
          details: { campaign: campaign.code, off },
        },
        tx,
      )
    })
    return ok(null)
  }
