import { channelOf, type Lane } from '../domain/lane.ts'
import type { Actor } from '../domain/permission.ts'
import { BATCH, sendWhatIsDue } from './call-senders.ts'
import { sendBatch } from './send-batch.ts'
import { mayAsk } from './through-breaker.ts'

/** To see whether a server is there again, one is enough; the next are for when the first has become senseless. */
const MOST_PROBES = 10

/**
 * Sends some of what is due in a lane. What is taken is nobody else's until its lease is over; who dies between the sending
 * and the note of it costs one duplicate, under the same id.
 */
export const sendDue =
  (ports: Parameters<typeof sendBatch>[0] & Parameters<typeof sendWhatIsDue>[0]) =>
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
