import { deadlineFor } from '../domain/deadline.ts'
import type { Notice, NoticeReason } from '../domain/notice.ts'
import { type Scope } from '../domain/permission.ts'
import { reasonNotToRemind } from '../domain/reminder.ts'
import { reviewOf } from '../domain/review.ts'
import { receiptLetter } from '../mail/messages/receipt.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import { returnedLetter } from '../mail/messages/returned.ts'
import type { Ports } from '../ports/index.ts'
import type { Mail } from '../ports/mailer.ts'

type Needed = Pick<Ports, 'enrolments' | 'campaigns' | 'extensions' | 'outbox' | 'publicUrl'>

/** The letter as things stand now and where it goes, or why there is none to send any more. */
export const composeNotice =
  ({ enrolments, campaigns, extensions, outbox, publicUrl }: Needed) =>
  async (
    scope: Scope,
    notice: Pick<Notice, 'kind' | 'campaign' | 'enrolment' | 'cause'>,
    now: Date,
  ): Promise<{ readonly mail: Mail } | { readonly skip: NoticeReason }> => {
    const campaign = await campaigns.find(notice.campaign)
    const enrolment = await enrolments.find(scope, notice.campaign, notice.enrolment)
    if (campaign === null || enrolment === null) return { skip: 'gone' }
    const to = enrolment.person.email
    if (to === null) return { skip: 'no-address' }
    const deadline = deadlineFor(campaign, await extensions.applyingTo(enrolment))
    const known = { campaign, enrolment, deadline, now, publicUrl }

    if (notice.kind === 'reminder') {
      const reason = reasonNotToRemind(enrolment, deadline, now)
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
