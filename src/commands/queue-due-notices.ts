import type { Ports } from '../ports/index.ts'
import { MAIL_JOBS, mailJob } from './mail-job.ts'

/** Notices queued again at once: more than a minute's mails, so the queue never runs dry between two rounds. */
const MAX_NOTICES = 5000
/** To try whether the server is there again, one is enough; the next are for when the first has become senseless. */
const MAX_PROBES = 10

/** Queues the notices whose time has come; none while the mail server is left alone. */
export const queueDueNotices =
  ({ notices, breakers, queue }: Pick<Ports, 'notices' | 'breakers' | 'queue'>) =>
  async (now: Date): Promise<void> => {
    const until = (await breakers.find('mail'))?.until ?? null
    if (until !== null && until > now) return
    const due = await notices.due(now, until === null ? MAX_NOTICES : MAX_PROBES)
    for (const job of MAIL_JOBS)
      await queue.enqueueAll(
        job,
        due.filter(({ kind }) => mailJob(kind) === job).map(({ id, attempt }) => ({ notice: id, attempt })),
      )
  }
