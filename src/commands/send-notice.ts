import { isAnswer, isDigest, isOfWave } from '../domain/mail-kind.ts'
import type { Notice } from '../domain/notice.ts'
import { mailDomain, TURN_LASTS_MS } from '../domain/pace.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { composeDigest } from './compose-digest.ts'
import { type Composed, composeNotice } from './compose-notice.ts'
import { composeReports } from './compose-reports.ts'
import { deliverNotice, type Prepared } from './deliver-notice.ts'

type Needed = Parameters<typeof composeNotice>[0] &
  Parameters<typeof composeDigest>[0] &
  Parameters<typeof composeReports>[0] &
  Parameters<typeof deliverNotice>[0] &
  Pick<Ports, 'waves' | 'mailer' | 'paces'>

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

const prepareMail =
  (ports: Needed) =>
  async (actor: Actor, notice: Notice, now: Date): Promise<Prepared> => {
    const { id, kind, cause } = notice
    const turn = await laterTurn(ports)(notice, now)
    if (turn !== null) return { tryAt: turn, turn }
    const composed = await compose(ports)(actor, notice, now)
    if ('skip' in composed) return { state: 'skipped', reason: composed.skip }
    if ('wait' in composed) return { tryAt: composed.wait }
    // Last of all: nothing is begun once its wave is stopped.
    if (isOfWave(kind) && (await ports.waves.isStopped(cause))) return {}
    return async () => ports.mailer.send({ ...composed.mail, messageId: id })
  }

/** Mails a notice that is due, unless it became senseless. A second mail for one notice has the same Message-ID. */
export const sendNotice =
  (ports: Needed) =>
  async (actor: Actor, id: string, attempt: number, now: Date): Promise<void> =>
    deliverNotice(ports)({ id, attempt, channel: 'mail' }, now, async notice =>
      prepareMail(ports)(actor, notice, now),
    )
