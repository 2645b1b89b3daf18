import type { Campaign } from '../domain/campaign.ts'
import { type Deadline, deadlineFor } from '../domain/deadline.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { isOfWave, type MailKind } from '../domain/mail-kind.ts'
import { isSwitchedOff } from '../domain/mail-switch.ts'
import type { Notice, NoticeReason } from '../domain/notice.ts'
import { type Scope } from '../domain/permission.ts'
import { reasonNotToRemind } from '../domain/reminder.ts'
import { reviewOf } from '../domain/review.ts'
import { endOfQuiet } from '../domain/schedule.ts'
import { extensionAnswerLetter } from '../mail/messages/extension-answer.ts'
import { receiptLetter } from '../mail/messages/receipt.ts'
import { reminderLetter } from '../mail/messages/reminder.ts'
import { returnedLetter } from '../mail/messages/returned.ts'
import type { Ports } from '../ports/index.ts'
import type { Mail } from '../ports/mailer.ts'
import { unitNames } from '../queries/unit-names.ts'
import { mailSignIn } from './mail-sign-in.ts'

type Needed = Pick<
  Ports,
  'enrolments' | 'extensionRequests' | 'outbox' | 'mailSwitches' | 'units' | 'usualTexts'
> &
  Parameters<typeof mailSignIn>[0]

/** A letter and where it goes; why there is none to send any more; or until when it waits, because one does not mail at this hour. */
export type Composed = { readonly mail: Mail } | { readonly skip: NoticeReason } | { readonly wait: Date }

interface Known {
  readonly campaign: Campaign
  readonly enrolment: Enrolment
  /** His own. */
  readonly deadline: Deadline
  readonly now: Date
  readonly publicUrl: string
}

type Composer = (
  known: Known,
  cause: string,
  kind: MailKind,
) => Promise<{ readonly letter: ReturnType<typeof reminderLetter> } | Exclude<Composed, { mail: Mail }>>

const ofWave =
  (ports: Needed): Composer =>
  async (known, _cause, kind) => {
    const { campaign, enrolment, deadline, now } = known
    const reason = reasonNotToRemind(enrolment, deadline, now)
    if (reason !== null) return { skip: reason }
    // Who presses the button at night means now.
    const wait = kind === 'reminder' ? null : endOfQuiet(campaign.reminders, now)
    if (wait !== null) return { wait }
    const signIn = await mailSignIn(ports)(enrolment.cadre, enrolment.person.email ?? '', now)
    const unitName = await unitNames(ports)([enrolment.unit])
    return {
      letter: reminderLetter({
        ...{ ...known, signIn, usual: ports.usualTexts },
        kind: isOfWave(kind) ? kind : 'reminder',
        unit: unitName(enrolment.unit),
      }),
    }
  }

const ofReturned =
  ({ outbox }: Needed): Composer =>
  async (known, cause) => {
    const { enrolment } = known
    const version = await outbox.reviewed(enrolment.id, cause)
    const review = version && reviewOf(version)
    const head = version && enrolment.heads[version.topic]
    // Nothing to say any more where he wrote again, or the reader thought better of it.
    if (version === null || review?.id !== cause || head?.version !== version.number)
      return { skip: 'withdrawn' }
    return { letter: returnedLetter({ ...known, version, review }) }
  }

const ofExtensionAnswer =
  ({ extensionRequests }: Needed): Composer =>
  async (known, cause) => {
    const request = (await extensionRequests.ofEnrolment(known.enrolment.id)).find(({ id }) => id === cause)
    return request?.answer == null
      ? { skip: 'gone' }
      : { letter: extensionAnswerLetter({ ...known, request, answer: request.answer }) }
  }

const ofReceipt =
  ({ outbox }: Needed): Composer =>
  async (known, cause) => {
    const all = await outbox.handIn(known.enrolment.id, cause)
    const [first, ...more] = all.filter(({ withdrawnAt }) => withdrawnAt === null)
    return first === undefined
      ? { skip: 'withdrawn' }
      : { letter: receiptLetter({ ...known, versions: [first, ...more] }) }
  }

const composerOf = (kind: MailKind): ((ports: Needed) => Composer) => {
  if (kind === 'returned') return ofReturned
  if (kind === 'extension-answer') return ofExtensionAnswer
  return kind === 'receipt' ? ofReceipt : ofWave
}

type Addressed = Pick<Notice, 'kind' | 'campaign' | 'enrolment'>

/** Whom a notice is to as things stand now; why there is none to send any more. */
export const loadAddressee =
  ({ enrolments, mailSwitches }: Pick<Ports, 'enrolments' | 'mailSwitches'>) =>
  async (
    scope: Scope,
    notice: Addressed,
  ): Promise<Pick<Known, 'campaign' | 'enrolment' | 'deadline'> | { readonly skip: NoticeReason }> => {
    const [found, switches] = await Promise.all([
      enrolments.recipient(scope, notice.campaign, notice.enrolment),
      mailSwitches.ofCampaign(notice.campaign),
    ])
    if (found === null) return { skip: 'gone' }
    const { campaign, enrolment, extensions } = found
    if (isSwitchedOff(notice.kind, enrolment.path, campaign.reminders, switches))
      return { skip: 'switched-off' }
    return { campaign, enrolment, deadline: deadlineFor(campaign, extensions) }
  }

/** What a notice to a cadre comes to as things stand now. */
export const composeNotice =
  (ports: Needed) =>
  async (scope: Scope, notice: Addressed & Pick<Notice, 'cause'>, now: Date): Promise<Composed> => {
    const known = await loadAddressee(ports)(scope, notice)
    if ('skip' in known) return known
    const to = known.enrolment.person.email
    if (to === null) return { skip: 'no-address' }
    const composed = await composerOf(notice.kind)(ports)(
      { ...known, now, publicUrl: ports.publicUrl },
      notice.cause,
      notice.kind,
    )
    return 'letter' in composed ? { mail: { to, ...composed.letter } } : composed
  }
