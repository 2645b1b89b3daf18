import type { Channel } from '../domain/channel.ts'
import { channelOf, type Lane } from '../domain/lane.ts'
import { isOfWave } from '../domain/mail-kind.ts'
import { type Notice, type NoticeReason, nextTry } from '../domain/notice.ts'
import type { Actor } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { outageOf, refusalOf } from '../ports/mailer.ts'
import { pauseOf } from '../ports/messenger.ts'
import type { NoticeOutcome } from '../ports/reminders.ts'
import { BATCH, sendWhatIsDue } from './call-senders.ts'
import { prepareMail } from './prepare-mail.ts'
import { prepareMessage } from './prepare-message.ts'
import { type Attempted, mayAsk, noteAttempts } from './through-breaker.ts'

/** Whoever holds a notice longer than this died. */
const LEASE_MS = 120_000
/** Longer than a mailer or messenger ever takes: nothing is begun that might outlast its lease. */
const ATTEMPT_MS = 65_000
/** Attempts that one sender makes at a time; between them he looks whether he may go on. */
const HANDFUL = 5
/** To see whether a server is there again, one is enough; the next are for when the first has become senseless. */
const MOST_PROBES = 10

type Needed = Parameters<typeof prepareMail>[0] &
  Parameters<typeof prepareMessage>[0] &
  Parameters<typeof sendWhatIsDue>[0] &
  Pick<Ports, 'waves' | 'clock'>

/** Composed, and not yet attempted. */
interface Ready {
  readonly notice: Notice
  readonly attempt: () => Promise<unknown>
}

const REFUSED: Readonly<Record<Channel, NoticeReason>> = { mail: 'refused', message: 'number-refused' }

/** What becomes of a notice that was not taken. */
const afterError = (
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

/** Those of stopped waves are left out: nothing of them is begun from then on. */
const withoutStopped =
  ({ waves }: Needed) =>
  async (ready: readonly Ready[]): Promise<readonly Ready[]> => {
    const causes = new Set(ready.flatMap(({ notice }) => (isOfWave(notice.kind) ? [notice.cause] : [])))
    const found = await Promise.all(
      [...causes].map(async cause => ((await waves.isStopped(cause)) ? [cause] : [])),
    )
    const stopped = new Set(found.flat())
    return ready.filter(({ notice }) => !stopped.has(notice.cause))
  }

/**
 * Takes some of what is due in a lane, composes it together, and sends it a handful at a time; before each it looks whether
 * the server still takes anything and no wave was stopped, after each it notes what became of them. How many were taken,
 * and what the attempts say about the server.
 */
const sendBatch = (ports: Needed) => async (actor: Actor, lane: Lane, most: number, isProbe: boolean) => {
  const { notices, breakers, paces, clock } = ports
  const channel = channelOf(lane)
  const now = clock.now()
  const until = new Date(now.getTime() + LEASE_MS)
  const room = await paces.takeRoom(channel, most, now)
  const taken = room === 0 ? [] : await notices.take(lane, room, now, until)
  if (taken.length < room) await paces.leaveRoom(channel, room - taken.length)

  const ready: Ready[] = []
  const faults: unknown[] = []
  const prepare = channel === 'mail' ? prepareMail(ports) : prepareMessage(ports)
  await Promise.all(
    taken.map(async notice => {
      try {
        const prepared = await prepare(actor, notice, now)
        if (typeof prepared === 'function') ready.push({ notice, attempt: prepared })
        else await notices.settle(notice.id, until, prepared)
      } catch (error) {
        // It keeps no other back, and is tried again when the lease is over.
        faults.push(error)
      }
    }),
  )
  const attempt = async ({ notice, attempt }: Ready): Promise<Attempted> => {
    try {
      await attempt()
    } catch (error) {
      await notices.settle(notice.id, until, afterError(error, notice, isProbe, clock.now()))
      return { outage: outageOf(error) }
    }
    await notices.settle(notice.id, until, { state: 'sent', detail: null, sentAt: clock.now() })
    return { outage: null }
  }

  let attempts = 0
  let isBack = false
  while (ready.length > 0) {
    const isLate = clock.now().getTime() + ATTEMPT_MS > until.getTime()
    const isShut = !isProbe && ((await breakers.find(channel))?.until ?? null) !== null
    if (isLate || isShut) break
    const handful = ready.splice(0, HANDFUL)
    const going = await withoutStopped(ports)(handful)
    await Promise.all(
      handful
        .filter(one => !going.includes(one))
        .map(async ({ notice }) => notices.settle(notice.id, until, {})),
    )
    const attempted = await Promise.all(going.map(attempt))
    attempts += attempted.length
    isBack = await noteAttempts(ports)(channel, attempted, isProbe, clock.now())
  }
  await Promise.all(ready.map(async ({ notice }) => notices.settle(notice.id, until, {})))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices could not be composed`)
  return { taken: taken.length, attempts, isBack }
}

/**
 * Sends some of what is due in a lane. What is taken is nobody else's until its lease is over; who dies between the sending
 * and the note of it costs one duplicate, under the same id.
 */
export const sendDue =
  (ports: Needed) =>
  async (actor: Actor, lane: Lane): Promise<void> => {
    const { breakers, clock } = ports
    const channel = channelOf(lane)
    const now = clock.now()
    const may = await mayAsk(ports)(channel, now)
    if (may === 'no') return
    if (may === 'yes') {
      await sendBatch(ports)(actor, lane, BATCH, false)
      return
    }
    for (let n = 0; n < MOST_PROBES; n += 1) {
      const { taken, attempts, isBack } = await sendBatch(ports)(actor, lane, 1, true)
      if (isBack) await sendWhatIsDue(ports)(now, `back-${now.getTime()}`)
      if (attempts > 0) return
      if (taken === 0) break
    }
    await breakers.setProbe(channel, now)
  }
