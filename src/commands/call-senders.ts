import { channelOf, LANES, type Lane } from '../domain/lane.ts'
import type { Ports } from '../ports/index.ts'

/** Notices that one job takes at most: what it asks of the database is shared by so many. */
export const BATCH = 100
/** More than a minute's mails: the next round calls again. */
const MOST_DUE = 50_000

/** Calls as many senders to a lane as that many notices need. `cause` names the calls: a second one of the same does nothing. */
export const callSenders =
  ({ queue }: Pick<Ports, 'queue'>) =>
  async (lane: Lane, notices: number, cause: string): Promise<void> =>
    queue.enqueueAll(
      `send-${lane}`,
      Array.from({ length: Math.ceil(notices / BATCH) }, (_, part) => ({ cause, part })),
    )

/** Calls senders for all that is due; none while their server is left alone, and one to see whether it is back. */
export const sendWhatIsDue =
  ({ notices, breakers, queue }: Pick<Ports, 'notices' | 'breakers' | 'queue'>) =>
  async (now: Date, cause = 'due'): Promise<void> => {
    for (const lane of LANES) {
      const until = (await breakers.find(channelOf(lane)))?.until ?? null
      if (until !== null && until > now) continue
      const due = await notices.countDue(lane, now, until === null ? MOST_DUE : 1)
      await callSenders({ queue })(lane, due, cause)
    }
  }
