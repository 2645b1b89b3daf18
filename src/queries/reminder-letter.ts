import type { CampaignCode } from '../domain/campaign.ts'
import { deadlineFor } from '../domain/deadline.ts'
import type { EnrolmentId } from '../domain/enrolment.ts'
import type { WaveKind } from '../domain/mail-kind.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import type { Ports } from '../ports/index.ts'
import { unitNames } from './unit-names.ts'

/** What somebody would read at that moment; the sign-in link alone is not made before it is sent. */
export const getReminderLetter =
  (ports: Pick<Ports, 'campaigns' | 'enrolments' | 'extensions' | 'units' | 'usualTexts' | 'publicUrl'>) =>
  async (
    actor: Actor,
    code: CampaignCode,
    id: EnrolmentId,
    kind: WaveKind,
    at: Date,
  ): Promise<Result<ReturnType<typeof reminderLetter>>> => {
    const { campaigns, enrolments, extensions, usualTexts: usual, publicUrl } = ports
    const campaign = await campaigns.find(code)
    const enrolment = await enrolments.find(scopeOf(actor, 'send-reminder'), code, id)
    if (campaign === null || enrolment === null) return refuse(problem('not-found'))
    const deadline = deadlineFor(campaign, await extensions.applyingTo(enrolment))
    const unit = (await unitNames(ports)([enrolment.unit]))(enrolment.unit)
    const data = { campaign, usual, enrolment, unit, deadline, kind, now: at, publicUrl, signIn: null }
    return ok(reminderLetter(data))
  }
