import type { CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { WaveKind } from '../domain/mail-kind.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import type { Ports } from '../ports/index.ts'

/** What somebody would read at that moment; the sign-in link alone is not made before it is sent. */
export const getReminderLetter =
  ({
    campaigns,
    enrolments,
    extensions,
    publicUrl,
  }: Pick<Ports, 'campaigns' | 'enrolments' | 'extensions' | 'publicUrl'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    id: EnrolmentId,
    kind: WaveKind,
    at: Date,
  ): Promise<Result<ReturnType<typeof reminderLetter>>> => {
    const campaign = await campaigns.find(code)
    const enrolment = await enrolments.find(scopeOf(actor, 'send-reminder'), code, id)
    if (campaign === null || enrolment === null) return refuse(problem('not-found'))
    const deadline = deadlineFor(campaign, await extensions.applyingTo(enrolment))
    return ok(reminderLetter({ campaign, enrolment, deadline, kind, now: at, publicUrl, signIn: null }))
  }
