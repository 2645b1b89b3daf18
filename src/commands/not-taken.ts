import type { Channel } from '../domain/channel.ts'
import { type Notice, type NoticeReason, nextTry } from '../domain/notice.ts'
import { outageOf, refusalOf } from '../ports/mailer.ts'
import { pauseOf } from '../ports/messenger.ts'
import type { NoticeOutcome } from '../ports/reminders.ts'

const REFUSED: Readonly<Record<Channel, NoticeReason>> = { mail: 'refused', message: 'number-refused' }

/** What becomes of a notice that was not taken. */
export const notTaken = (
  error: unknown,
  { attempt, channel }: Pick<Notice, 'attempt' | 'channel'>,
  isProbe: boolean,
  now: Date,
): NoticeOutcome => {
  const refusal = refusalOf(error)
  const detail = refusal ?? String(error)
  // The server is known to be away: no fault of this notice, which was only to see whether it is back.
  if (isProbe && outageOf(error) !== null) return { detail }
  if (refusal !== null) return { state: 'failed', reason: REFUSED[channel], detail }
  const next = nextTry(attempt, now)
  if (next === null) return { state: 'failed', reason: 'unreachable', detail }
  const tryAt = new Date(Math.max(next.getTime(), now.getTime() + (pauseOf(error) ?? 0)))
  // The reconciler calls for it again when its time comes.
  return { attempt: attempt + 1, tryAt, turn: null, detail }
}
