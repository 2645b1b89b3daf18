import type { Notice } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { reasonNotToRemind } from '../domain/reminder.ts'
import { endOfQuiet } from '../domain/schedule.ts'
import { internationalNumber, takesMessages } from '../domain/text-message.ts'
import { reminderText } from '../mail/messages/reminder-text.ts'
import type { Ports } from '../ports/index.ts'
import { loadAddressee } from './compose-notice.ts'
import type { Prepared } from './prepare-mail.ts'

type Needed = Parameters<typeof loadAddressee>[0] & Pick<Ports, 'messenger'>

/** A second message for one notice has the same id. */
export const prepareMessage =
  (ports: Needed) =>
  async (actor: Actor, notice: Notice, now: Date): Promise<Prepared> => {
    const { messenger } = ports
    const { id, kind } = notice
    const known = await loadAddressee(ports)(scopeOf(actor, 'send-reminder'), notice)
    if ('skip' in known) return { state: 'skipped', reason: known.skip }
    const { campaign, enrolment, deadline } = known
    const { phone } = enrolment.person
    // Nobody sends messages any more, or his number is another one by now.
    if (messenger === null || !takesMessages(phone)) return { state: 'skipped', reason: 'no-address' }
    const reason = reasonNotToRemind(enrolment, deadline, now)
    if (reason !== null) return { state: 'skipped', reason }
    const wait = kind === 'reminder' ? null : endOfQuiet(campaign.reminders, now)
    if (wait !== null) return { tryAt: wait }
    const text = reminderText({ campaign, enrolment, deadline, now })
    return async () => messenger.send({ id, to: internationalNumber(phone), text })
  }
