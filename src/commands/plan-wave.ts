import type { WaveKind } from '../domain/mail-kind.ts'
import { noticeFor } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { sendWhatIsDue } from './call-senders.ts'
import { reminderCandidates } from './reminder-candidates.ts'

type Needed = Pick<
  Ports,
  | 'waves'
  | 'campaigns'
  | 'extensions'
  | 'debtors'
  | 'mailSwitches'
  | 'notices'
  | 'breakers'
  | 'messenger'
  | 'queue'
>

/** Nobody is invited twice; a reminder is one of a row. */
const noticeId = (kind: WaveKind, enrolment: string, number: number): string =>
  kind === 'invitation' ? `invitation-${enrolment}` : `reminder-${enrolment}-${number}`

/** Writes the notices of a wave, batch by batch, and calls the senders. Killed or stopped and run again, it goes on where it was. */
export const planWave =
  (ports: Needed) =>
  async (actor: Actor, id: string, now: Date): Promise<void> => {
    const { waves, campaigns, notices } = ports
    const wave = await waves.find(id)
    if (wave === null || wave.planned) return
    const campaign = await campaigns.find(wave.campaign)
    if (campaign === null) return
    const scope = scopeOf(actor, 'send-reminder')
    for await (const batch of reminderCandidates(ports)(scope, campaign, wave, now)) {
      if (await waves.isStopped(id)) return
      await notices.insert(
        batch
          .filter(({ justReminded }) => !justReminded)
          .map(({ enrolment, kind, channel, number }) =>
            noticeFor(
              enrolment,
              { id: noticeId(kind, enrolment.id, number), kind, channel, cause: wave.id },
              now,
            ),
          ),
      )
    }
    await waves.markPlanned(wave.id)
    await sendWhatIsDue(ports)(now, wave.id)
  }
