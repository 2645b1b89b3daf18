import { isAnswer, isDigest, isOfWave } from '../domain/mail-kind.ts'
import { type Notice, nextTry } from '../domain/notice.ts'
import { mailDomain, TURN_LASTS_MS } from '../domain/pace.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { outageOf, refusalOf } from '../ports/mailer.ts'
import type { NoticeOutcome } from '../ports/reminders.ts'
import { composeDigest } from './compose-digest.ts'
import { composeNotice } from './compose-notice.ts'
import { queueDueNotices } from './queue-due-notices.ts'
import { type Attempted, throughBreaker } from './through-breaker.ts'

type Needed = Parameters<typeof composeNotice>[0] &
  Parameters<typeof composeDigest>[0] &
  Parameters<typeof queueDueNotices>[0] &
  Pick<Ports, 'waves' | 'mailer' | 'paces'>

/** Longer than the mailer ever takes: whoever holds a notice longer than this died. */
const LEASE_MS = 2 * 60_000

/** What becomes of a notice, and what its attempt says about the mail server. */
interface Outcome {
  readonly notice: NoticeOutcome
  readonly attempted: Attempted
}

const untried = (notice: NoticeOutcome): Outcome => ({ notice, attempted: null })

/** What becomes of a notice whose mail was not taken. */
const afterError = (error: unknown, attempt: number, isProbe: boolean, now: Date): Outcome => {
  const outage = outageOf(error)
  const refusal = refusalOf(error)
  const detail = refusal ?? String(error)
  const attempted = { outage }
  // The server is known to be away: no fault of this mail, which was only to see whether it is back.
  if (isProbe && outage !== null) return { notice: { detail }, attempted }
  if (refusal !== null) return { notice: { state: 'failed', reason: 'refused', detail }, attempted }
  const tryAt = nextTry(attempt, now)
  if (tryAt === null) return { notice: { state: 'failed', reason: 'unreachable', detail }, attempted }
  // The reconciler queues it again when its time comes.
  return { notice: { attempt: attempt + 1, tryAt, turn: null, detail }, attempted }
}

/** The turn that a notice has to wait for; null: none. Answers are few and do not wait behind a wave of thousands. */
const laterTurn =
  ({ paces }: Needed) =>
  async ({ kind, email, turn }: Notice, now: Date): Promise<Date | null> => {
    if (isAnswer(kind) || email === null) return null
    if (turn !== null && now.getTime() - turn.getTime() < TURN_LASTS_MS) return null
    const next = await paces.takeTurn(mailDomain(email), now)
    return next > now ? next : null
  }

const attemptNotice =
  (ports: Needed) =>
  async (actor: Actor, notice: Notice, isProbe: boolean, now: Date): Promise<Outcome> => {
    const { id, kind, cause, attempt } = notice
    const turn = await laterTurn(ports)(notice, now)
    if (turn !== null) return untried({ tryAt: turn, turn })
    const composed = isDigest(kind)
      ? await composeDigest(ports)(notice, now)
      : await composeNotice(ports)(scopeOf(actor, 'send-reminder'), notice, now)
    if ('skip' in composed) return untried({ state: 'skipped', reason: composed.skip })
    if ('wait' in composed) return untried({ tryAt: composed.wait })
    // Last of all: nothing is begun once its wave is stopped.
    if (isOfWave(kind) && (await ports.waves.isStopped(cause))) return untried({})
    try {
      await ports.mailer.send({ ...composed.mail, messageId: id })
      return { notice: { state: 'sent', detail: null, sentAt: now }, attempted: { outage: null } }
    } catch (error) {
      return afterError(error, attempt, isProbe, now)
    }
  }

/**
 * Sends a notice that is due, unless it was sent, became senseless, or somebody else is at it. Who dies between the
 * sending and the note of it costs one duplicate, with the same Message-ID. While the mail server takes nothing the notice
 * stays as it is.
 */
export const sendNotice =
  (ports: Needed) =>
  async (actor: Actor, id: string, attempt: number, now: Date): Promise<void> => {
    const isBack = await throughBreaker(ports)('mail', now, async isProbe => {
      const until = new Date(now.getTime() + LEASE_MS)
      const notice = await ports.notices.claim(id, attempt, now, until)
      if (notice === null) return null
      const outcome = await attemptNotice(ports)(actor, notice, isProbe, now)
      await ports.notices.settle(id, until, outcome.notice)
      return outcome.attempted
    })
    if (isBack) await queueDueNotices(ports)(now)
  }
