import { CHANNELS } from '../domain/channel.ts'
import type { Ports } from '../ports/index.ts'
import { queueNotices } from './notice-job.ts'

/** Notices queued again at once: more than a minute's mails, so the queue never runs dry between two rounds. */
const MAX_NOTICES = 5000
/** To try whether the server is there again, one is enough; the next are for when the first has become senseless. */
const MAX_PROBES = 10

/** Queues the notices whose time has come; none while their server is left alone. */
export const queueDueNotices =
  ({ notices, breakers, queue }: Pick<Ports, 'notices' | 'breakers' | 'queue'>) =>
  async (now: Date): Promise<void> => {
    for (const channel of CHANNELS) {
      const until = (await breakers.find(channel))?.until ?? null
      if (until !== null && until > now) continue
      const limit = until === null ? MAX_NOTICES : MAX_PROBES
      await queueNotices({ queue })(await notices.due(now, limit, channel))
    }
  }
