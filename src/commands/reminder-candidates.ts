import type { Campaign } from '../domain/campaign.ts'
import { type Deadline, deadlineFor } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { REMINDER_PAUSE_MS } from '../domain/notice.ts'
import { type Scope } from '../domain/permission.ts'
import { isHisTurn, owesReminder } from '../domain/reminder.ts'
import type { Wave } from '../domain/wave.ts'
import { appliesTo } from '../ports/extensions.ts'
import type { Ports } from '../ports/index.ts'

export interface Candidate {
  readonly enrolment: Enrolment
  /** His own. */
  readonly deadline: Deadline
  /** Which of his reminders this one is, from 1: two waves that see the same one cannot both write it. */
  readonly number: number
  /** He was written one just now; this one is not for him. */
  readonly justReminded: boolean
}

const isHis = (
  { kind, since, at }: Pick<Wave, 'kind' | 'since' | 'at'>,
  { reminders }: Campaign,
  { enrolledAt }: Enrolment,
  deadline: Deadline,
): boolean =>
  kind === 'manual' || isHisTurn(deadline, reminders, enrolledAt, { since: since ?? new Date(0), at })

/** Those a wave is for, by the dates that hold for each of them, in batches. */
export const reminderCandidates = ({
  extensions,
  debtors,
  notices,
}: Pick<Ports, 'extensions' | 'debtors' | 'notices'>) =>
  async function* (
    scope: Scope,
    campaign: Campaign,
    wave: Pick<Wave, 'campaign' | 'unit' | 'enrolments' | 'kind' | 'since' | 'at'>,
    now: Date,
  ): AsyncGenerator<readonly Candidate[]> {
    const granted = await extensions.ofCampaign(campaign.code)
    for await (const batch of debtors.owing(scope, wave)) {
      const theirs = batch
        .map(enrolment => ({
          enrolment,
          deadline: deadlineFor(campaign, granted.filter(appliesTo(enrolment))),
        }))
        .filter(
          ({ enrolment, deadline }) =>
            owesReminder(enrolment, deadline, now) && isHis(wave, campaign, enrolment, deadline),
        )
      const before = await notices.remindersOf(theirs.map(({ enrolment }) => enrolment.id))
      yield theirs.map(({ enrolment, deadline }) => {
        const { count, lastAt } = before.get(enrolment.id) ?? { count: 0, lastAt: new Date(0) }
        return {
          enrolment,
          deadline,
          number: count + 1,
          justReminded: now.getTime() - lastAt.getTime() < REMINDER_PAUSE_MS,
        }
      })
    }
  }
