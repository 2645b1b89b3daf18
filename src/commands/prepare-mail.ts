import { isAnswer, isDigest } from '../domain/mail-kind.ts'
import type { Notice } from '../domain/notice.ts'
import { mailDomain, TURN_LASTS_MS } from '../domain/pace.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import type { NoticeOutcome } from '../ports/reminders.ts'
import { composeDigest } from './compose-digest.ts'
import { type Composed, composeNotice } from './compose-notice.ts'
import { composeReports } from './compose-reports.ts'

/** What a notice comes to as things stand now: an outcome without any attempt, or the attempt. */
export type Prepared = NoticeOutcome | (() => Promise<unknown>)

type Needed = Parameters<typeof composeNotice>[0] &
  Parameters<typeof composeDigest>[0] &
  Parameters<typeof composeReports>[0] &
  Pick<Ports, 'mailer' | 'paces'>

/** The turn that a notice has to wait for; null: none. Answers are few and do not wait behind a wave of thousands. */
const laterTurn =
  ({ paces }: Needed) =>
  async ({ kind, email, turn }: Notice, now: Date): Promise<Date | null> => {
    if (isAnswer(kind) || email === null) return null
    if (turn !== null && now.getTime() - turn.getTime() < TURN_LASTS_MS) return null
    const next = await paces.takeTurn(mailDomain(email), now)
    return next > now ? next : null
  }

const compose =
  (ports: Needed) =>
  async (actor: Actor, notice: Notice, now: Date): Promise<Composed> => {
    if (isDigest(notice.kind)) return composeDigest(ports)(notice, now)
    if (notice.kind === 'scheduled-report') return composeReports(ports)(notice, now)
    return composeNotice(ports)(scopeOf(actor, 'send-reminder'), notice, now)
  }

/** A second mail for one notice has the same Message-ID. */
export const prepareMail =
  (ports: Needed) =>
  async (actor: Actor, notice: Notice, now: Date): Promise<Prepared> => {
    const turn = await laterTurn(ports)(notice, now)
    if (turn !== null) return { tryAt: turn, turn }
    const composed = await compose(ports)(actor, notice, now)
    if ('skip' in composed) return { state: 'skipped', reason: composed.skip }
    if ('wait' in composed) return { tryAt: composed.wait }
    return async () => ports.mailer.send({ ...composed.mail, messageId: notice.id })
  }
