import { isAnswer } from '../domain/mail-kind.ts'
import type { Notice } from '../domain/notice.ts'
import type { Ports } from '../ports/index.ts'

const NOTICE_JOBS = ['send-receipt', 'send-returned', 'send-reminder', 'send-message'] as const

/** The job that sends a notice: answers do not wait behind a wave of thousands. */
const jobOf = ({ kind, channel }: Pick<Notice, 'kind' | 'channel'>): (typeof NOTICE_JOBS)[number] => {
  if (channel === 'message') return 'send-message'
  if (kind === 'returned') return 'send-returned'
  return isAnswer(kind) ? 'send-receipt' : 'send-reminder'
}

export const queueNotices =
  ({ queue }: Pick<Ports, 'queue'>) =>
  async (notices: readonly Notice[]): Promise<void> => {
    for (const job of NOTICE_JOBS)
      await queue.enqueueAll(
        job,
        notices.filter(notice => jobOf(notice) === job).map(({ id, attempt }) => ({ notice: id, attempt })),
      )
  }
