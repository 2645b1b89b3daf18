import { deadlineFor } from '../domain/deadline.ts'
import { isOfWave } from '../domain/mail-kind.ts'
import { isSwitchedOff } from '../domain/mail-switch.ts'
import type { Notice, NoticeReason } from '../domain/notice.ts'
import { type Scope } from '../domain/permission.ts'
import { reasonNotToRemind } from '../domain/reminder.ts'
import { reviewOf } from '../domain/review.ts'
import { endOfQuiet } from '../domain/schedule.ts'
import { receiptLetter } from '../mail/messages/receipt.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import { returnedLetter } from '../mail/messages/returned.ts'
import type { Ports } from '../ports/index.ts'
import type { Mail } from '../ports/mailer.ts'

type Needed = Pick<Ports, 'enrolments' | 'campaigns' | 'extensions' | 'outbox' | 'mailSwitches' | 'publicUrl'>

/** A letter and where it goes; why there is none to send any more; or until when it waits, because one does not mail at this hour. */
export type Composed = { readonly mail: Mail } | { readonly skip: NoticeReason } | { readonly wait: Date }

/** What a notice comes to as things stand now. */
export const composeNotice =
  ({ enrolments, campaigns, extensions, outbox, mailSwitches, publicUrl }: Needed) =>
  async (
    scope: Scope,
    notice: Pick<Notice, 'kind' | 'campaign' | 'enrolment' | 'cause'>,
    now: Date,
  ): Promise<Composed> => {
    const campaign = await campaigns.find(notice.campaign)
    const enrolment = await enrolments.find(scope, notice.campaign, notice.enrolment)
    if (campaign === null || enrolment === null) return { skip: 'gone' }
    const to = enrolment.person.email
    if (to === null) return { skip: 'no-address' }
    const switches = await mailSwitches.ofCampaign(campaign.code)
    if (isSwitchedOff(notice.kind, enrolment.path, campaign.reminders, switches))
      return { skip: 'switched-off' }
    const deadline = deadlineFor(campaign, await extensions.applyingTo(enrolment))
    const known = { campaign, enrolment, deadline, now, publicUrl }

    if (isOfWave(notice.kind)) {
      const reason = reasonNotToRemind(enrolment, deadline, now)
      const wait = endOfQuiet(campaign.reminders, now)
      if (reason === null && wait !== null) return { wait }
      return reason === null ? { mail: { to, ...reminderLetter(known) } } : { skip: reason }
    }
    if (notice.kind === 'returned') {
      const version = await outbox.reviewed(enrolment.id, notice.cause)
      const review = version && reviewOf(version)
      const head = version && enrolment.heads[version.topic]
      // Nothing to say any more where he wrote again, or the reader thought better of it.
      if (version === null || review?.id !== notice.cause || head?.version !== version.number)
        return { skip: 'withdrawn' }
      return { mail: { to, ...returnedLetter({ ...known, version, review }) } }
    }
    const all = await outbox.handIn(enrolment.id, notice.cause)
    const [first, ...more] = all.filter(({ withdrawnAt }) => withdrawnAt === null)
    return first === undefined
      ? { skip: 'withdrawn' }
      : { mail: { to, ...receiptLetter({ ...known, versions: [first, ...more] }) } }
  }
