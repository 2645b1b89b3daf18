import type { CampaignCode } from '../domain/campaign.ts'
import type { Actor } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { UnitCode } from '../domain/unit.ts'
import { mailOf } from '../ports/accounts.ts'
import type { Ports } from '../ports/index.ts'
import { previewWave } from './preview-wave.ts'

type Needed = Parameters<typeof previewWave>[0] & Pick<Ports, 'accounts' | 'cadres' | 'mailer'>

/** Mails the actor himself what somebody of the unit would read, marked as a trial. Answers the address. */
export const sendTestReminder =
  (ports: Needed) =>
  async (
    actor: Actor,
    asked: { readonly campaign: CampaignCode; readonly unit: UnitCode },
    now: Date,
  ): Promise<Result<string>> => {
    const preview = await previewWave(ports)(actor, { ...asked, at: null }, now)
    if (!preview.ok) return preview
    const [sample] = preview.value.samples
    if (sample === undefined) return refuse(problem('nobody-to-remind'))
    const account = await ports.accounts.byId(actor.id)
    const to = account && (await mailOf(account, ports))
    if (to === null) return refuse(problem('no-own-address'))
    const { subject, text, html } = sample.letter
    try {
      await ports.mailer.send({ to, subject: `[Thử] ${subject}`, text, html })
    } catch (error) {
      return refuse(problem('mail-not-sent', { reason: String(error) }))
    }
    return ok(to)
  }
