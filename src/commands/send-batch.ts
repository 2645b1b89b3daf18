import { channelOf, type Lane } from '../domain/lane.ts'
import { isOfWave } from '../domain/mail-kind.ts'
import type { Notice } from '../domain/notice.ts'
import type { Actor } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'
import { outageOf } from '../ports/mailer.ts'
import type { NoticeOutcome } from '../ports/reminders.ts'
import { notTaken } from './not-taken.ts'
import { prepareMail } from './prepare-mail.ts'
import { prepareMessage } from './prepare-message.ts'
import { type Attempted, noteAttempts } from './through-breaker.ts'

/** Whoever holds a notice longer than this died. */
const LEASE_MS = 120_000
/** Longer than a mailer or messenger ever takes: nothing is begun that might outlast its lease. */
const ATTEMPT_MS = 65_000
/** Attempts that one sender makes at a time; between them he looks whether he may go on. */
const HANDFUL = 10

type Needed = Parameters<typeof prepareMail>[0] &
  Parameters<typeof prepareMessage>[0] &
  Pick<Ports, 'notices' | 'breakers' | 'waves' | 'clock'>

/** Composed, and not yet attempted. */
interface Ready {
  readonly notice: Notice
  readonly attempt: () => Promise<unknown>
}

const idsOf = (ready: readonly Ready[]): readonly string[] => ready.map(({ notice }) => notice.id)

/** What the channel takes now of what is due in the lane. */
const take =
  ({ notices, paces }: Needed) =>
  async (lane: Lane, most: number, now: Date, until: Date): Promise<readonly Notice[]> => {
    const channel = channelOf(lane)
    const room = await paces.takeRoom(channel, most, now)
    const taken = room === 0 ? [] : await notices.take(lane, room, now, until)
    if (taken.length < room) await paces.leaveRoom(channel, room - taken.length)
    return taken
  }

/** The notes of one batch: nobody waits for one before he goes on, and those that fail are told at the end. */
const notesOf = ({ notices }: Needed, until: Date) => {
  const notes: Promise<void>[] = []
  const faults: unknown[] = []
  return {
    faults,
    note: (ids: readonly string[], outcome: NoticeOutcome): void => {
      if (ids.length === 0) return
      notes.push(
        notices.settle(ids, until, outcome).catch((error: unknown) => {
          faults.push(error)
        }),
      )
    },
    written: async (): Promise<void> => {
      await Promise.all(notes)
      if (faults.length === 1) throw faults[0]
      if (faults.length > 1)
        throw new AggregateError(faults, `${faults.length} notices are left as they were`)
    },
  }
}

/** The waves among them of which nothing is begun any more. */
const stoppedAmong =
  ({ waves }: Needed) =>
  async (ready: readonly Ready[]): Promise<ReadonlySet<string>> => {
    const causes = new Set(ready.flatMap(({ notice }) => (isOfWave(notice.kind) ? [notice.cause] : [])))
    const found = await Promise.all(
      [...causes].map(async cause => ((await waves.isStopped(cause)) ? [cause] : [])),
    )
    return new Set(found.flat())
  }

/**
 * Takes some of what is due in a lane, composes it together, and sends it a handful at a time; before each it looks
 * whether the server still takes anything and no wave was stopped. How many were taken and attempted, and whether a
 * server that was away (`isProbe`) is back.
 */
export const sendBatch =
  (ports: Needed) => async (actor: Actor, lane: Lane, most: number, isProbe: boolean) => {
    const { breakers, clock } = ports
    const channel = channelOf(lane)
    const now = clock.now()
    const until = new Date(now.getTime() + LEASE_MS)
    const { note, faults, written } = notesOf(ports, until)
    const taken = await take(ports)(lane, most, now, until)

    const ready: Ready[] = []
    const prepare = channel === 'mail' ? prepareMail(ports) : prepareMessage(ports)
    await Promise.all(
      taken.map(async notice => {
        try {
          const prepared = await prepare(actor, notice, now)
          if (typeof prepared === 'function') ready.push({ notice, attempt: prepared })
          else note([notice.id], prepared)
        } catch (error) {
          // It keeps no other back, and is tried again when the lease is over.
          faults.push(error)
        }
      }),
    )
    /** Attempts them together, and notes in one what became of those that were taken. */
    const send = async (handful: readonly Ready[]): Promise<readonly Attempted[]> => {
      const sent: string[] = []
      const attempted = await Promise.all(
        handful.map(async ({ notice, attempt }) => {
          try {
            await attempt()
            sent.push(notice.id)
            return { outage: null }
          } catch (error) {
            note([notice.id], notTaken(error, notice, isProbe, clock.now()))
            return { outage: outageOf(error) }
          }
        }),
      )
      note(sent, { state: 'sent', detail: null, sentAt: clock.now() })
      return attempted
    }

    let attempts = 0
    let isBack = false
    while (ready.length > 0 && clock.now().getTime() + ATTEMPT_MS < until.getTime()) {
      const [breaker, stopped] = await Promise.all([
        breakers.find(channel),
        stoppedAmong(ports)(ready.slice(0, HANDFUL)),
      ])
      if (!isProbe && breaker !== null && breaker.until !== null) break
      const handful = ready.splice(0, HANDFUL)
      const going = handful.filter(({ notice }) => !stopped.has(notice.cause))
      note(idsOf(handful.filter(one => !going.includes(one))), {})
      const attempted = await send(going)
      attempts += attempted.length
      isBack = await noteAttempts(ports)(channel, breaker, attempted, isProbe, clock.now())
    }
    note(idsOf(ready), {})
    await written()
    return { taken: taken.length, attempts, isBack }
  }
