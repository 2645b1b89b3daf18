import type { CampaignCode } from '../domain/campaign.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { dueWave } from '../domain/reminder.ts'
import { hanoiHourOn } from '../domain/time.ts'
import { scheduledWaveId } from '../domain/wave.ts'
import type { Ports } from '../ports/index.ts'

type Needed = Pick<Ports, 'campaigns' | 'extensions' | 'debtors' | 'waves' | 'queue'>

/** When the schedule's hour last struck. */
const lastHour = (now: Date, hour: number): Date => {
  const today = hanoiHourOn(now, 0, hour)
  return today <= now ? today : hanoiHourOn(now, -1, hour)
}

/** Starts the wave that a campaign's schedule asks for now, if there is one and nobody else was first. */
export const startDueWave =
  ({ campaigns, extensions, debtors, waves, queue }: Needed) =>
  async (actor: Actor, code: CampaignCode, now: Date): Promise<void> => {
    if (scopeOf(actor, 'send-reminder').kind !== 'everything') return
    const campaign = await campaigns.find(code)
    if (campaign === null) return
    const last = await waves.lastScheduled(code)
    // Who was enrolled since then is invited when it strikes again.
    const joinedAt = await debtors.lastEnrolled(code, lastHour(now, campaign.reminders.hour))
    const at = dueWave(campaign, await extensions.ofCampaign(code), joinedAt, {
      since: last?.at ?? new Date(0),
      at: now,
    })
    if (at === null) return
    const id = scheduledWaveId(code, at)
    const isFirst = await waves.insert({
      id,
      campaign: code,
      kind: 'scheduled',
      at,
      since: last?.at ?? null,
      unit: null,
      enrolments: null,
      path: [],
      by: { id: actor.id, name: actor.name },
      idempotencyKey: null,
      planned: false,
      recipients: 0,
      withoutAddress: 0,
      stopped: null,
    })
    if (isFirst) await queue.enqueue('plan-wave', { wave: id })
  }
