import type { Campaign } from '../domain/campaign.ts'
import { type Channel, channelFor } from '../domain/channel.ts'
import { type Deadline, deadlineFor } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { WaveKind } from '../domain/mail-kind.ts'
import { isSwitchedOff, type MailSwitch } from '../domain/mail-switch.ts'
import { REMINDER_PAUSE_MS } from '../domain/notice.ts'
import { type Scope } from '../domain/permission.ts'
import { owesReminder, turnIn } from '../domain/reminder.ts'
import type { Wave } from '../domain/wave.ts'
import { appliesTo } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'

export interface Candidate {
  readonly enrolment: Enrolment
  /** His own. */
  readonly deadline: Deadline
  readonly kind: WaveKind
  /** null: he is to be called. */
  readonly channel: Channel | null
  /** Which of his reminders this one is, from 1: two waves that see the same one cannot both write it. */
  readonly number: number
  /** He was written one just now; this one is not for him. */
  readonly justReminded: boolean
}

/** What a wave has for somebody; null: nothing. */
const kindFor = (
  { kind, since, at }: Pick<Wave, 'kind' | 'since' | 'at'>,
  { reminders }: Campaign,
  { enrolledAt, path }: Enrolment,
  deadline: Deadline,
  switches: readonly MailSwitch[],
): WaveKind | null => {
  if (kind === 'manual') return 'reminder'
  const turn = turnIn(deadline, reminders, enrolledAt, { since: since ?? new Date(0), at })
  return turn === null || isSwitchedOff(turn, path, reminders, switches) ? null : turn
}

export type CandidatePorts = Pick<Ports, 'extensions' | 'debtors' | 'notices' | 'mailSwitches' | 'messenger'>

/** Those a wave is for, by the dates that hold for each of them, in batches. */
export const reminderCandidates = ({
  extensions,
  debtors,
  notices,
  mailSwitches,
  messenger,
}: CandidatePorts) =>
  async function* (
    scope: Scope,
    campaign: Campaign,
    wave: Pick<Wave, 'campaign' | 'unit' | 'enrolments' | 'kind' | 'since' | 'at'>,
    now: Date,
  ): AsyncGenerator<readonly Candidate[]> {
    const granted = await extensions.ofCampaign(campaign.code)
    const switches = await mailSwitches.ofCampaign(campaign.code)
    for await (const batch of debtors.owing(scope, wave)) {
      const theirs = batch.flatMap(enrolment => {
        const deadline = deadlineFor(campaign, granted.filter(appliesTo(enrolment)))
        if (!owesReminder(enrolment, deadline, now)) return []
        const kind = kindFor(wave, campaign, enrolment, deadline, switches)
        return kind === null ? [] : [{ enrolment, deadline, kind }]
      })
      const ids = theirs.map(({ enrolment }) => enrolment.id)
      const before = await notices.remindersOf(ids)
      const lost = messenger === null ? null : await notices.lostMails(ids)
      yield theirs.map(({ enrolment, deadline, kind }) => {
        const { count, lastAt } = before.get(enrolment.id) ?? { count: 0, lastAt: new Date(0) }
        return {
          enrolment,
          deadline,
          kind,
          channel: channelFor(enrolment.person, lost?.get(enrolment.id) ?? null, messenger !== null),
          number: count + 1,
          justReminded: now.getTime() - lastAt.getTime() < REMINDER_PAUSE_MS,
        }
      })
    }
  }
