import type { Channel } from '../domain/channel.ts'
import { type Notice, type NoticeReason, nextTry } from '../domain/notice.ts'
import type { Ports } from '../ports/index.ts'
import { outageOf, refusalOf } from '../ports/mailer.ts'
import { pauseOf } from '../ports/messenger.ts'
import type { NoticeOutcome } from '../ports/reminders.ts'
import { queueDueNotices } from './queue-due-notices.ts'
import { type Attempted, throughBreaker } from './through-breaker.ts'

/** Longer than a mailer or messenger ever takes: whoever holds a notice longer than this died. */
const LEASE_MS = 2 * 60_000

/** What becomes of a notice, and what its attempt says about the server. */
interface Delivery {
  readonly notice: NoticeOutcome
  readonly attempted: Attempted
}

/** What a notice comes to as things stand now: an outcome without any attempt, or the attempt. */
export type Prepared = NoticeOutcome | (() => Promise<unknown>)

const REFUSED: Readonly<Record<Channel, NoticeReason>> = { mail: 'refused', message: 'number-refused' }

/** What becomes of a notice that was not taken. */
const afterError = (
  error: unknown,
  { attempt, channel }: Pick<Notice, 'attempt' | 'channel'>,
  isProbe: boolean,
  now: Date,
): Delivery => {
  const outage = outageOf(error)
  const refusal = refusalOf(error)
  const detail = refusal ?? String(error)
  const attempted = { outage }
  // The server is known to be away: no fault of this notice, which was only to see whether it is back.
  if (isProbe && outage !== null) return { notice: { detail }, attempted }
  if (refusal !== null) return { notice: { state: 'failed', reason: REFUSED[channel], detail }, attempted }
  const next = nextTry(attempt, now)
  if (next === null) return { notice: { state: 'failed', reason: 'unreachable', detail }, attempted }
  const tryAt = new Date(Math.max(next.getTime(), now.getTime() + (pauseOf(error) ?? 0)))
  // The reconciler queues it again when its time comes.
  return { notice: { attempt: attempt + 1, tryAt, turn: null, detail }, attempted }
}

/**
 * Attempts a notice that is due, unless it was sent, somebody else is at it, or the server takes nothing: then it stays as
 * it is. Who dies between the sending and the note of it costs one duplicate, under the same id.
 */
export const deliverNotice =
  (ports: Pick<Ports, 'notices' | 'breakers' | 'queue'>) =>
  async (
    { id, attempt, channel }: Pick<Notice, 'id' | 'attempt' | 'channel'>,
    now: Date,
    prepare: (notice: Notice) => Promise<Prepared>,
  ): Promise<void> => {
    const { notices, breakers } = ports
    const deliver = async (notice: Notice, isProbe: boolean): Promise<Delivery> => {
      const prepared = await prepare(notice)
      if (typeof prepared !== 'function') return { notice: prepared, attempted: null }
      try {
        await prepared()
      } catch (error) {
        return afterError(error, notice, isProbe, now)
      }
      return { notice: { state: 'sent', detail: null, sentAt: now }, attempted: { outage: null } }
    }
    const isBack = await throughBreaker({ breakers })(channel, now, async isProbe => {
      const until = new Date(now.getTime() + LEASE_MS)
      const notice = await notices.claim(id, attempt, now, until)
      if (notice === null) return null
      const delivery = await deliver(notice, isProbe)
      await notices.settle(id, until, delivery.notice)
      return delivery.attempted
    })
    if (isBack) await queueDueNotices(ports)(now)
  }
