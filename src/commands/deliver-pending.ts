import { handInId } from '../domain/essay.ts'
import { noticeFor } from '../domain/notice.ts'
import { HOUSE, scopeOf } from '../domain/permission.ts'
import type { Ports } from '../ports/index.ts'

const BATCH = 200

type Needed = Pick<Ports, 'outbox' | 'enrolments' | 'notices' | 'essayTexts' | 'queue'>

/**
 * Takes essays that were handed in out of the outbox: one receipt by mail for each file or paper, whatever topics it ticked,
 * and one reading of a file's words. Both are written before the mark is cleared, under a key of the hand-in: killed
 * anywhere, nobody gets none or two. Photos are sent to be bound; their own mark waits until they are.
 * Answers how many versions it took; at most `BATCH`, so there may be more.
 */
export const deliverPending =
  ({ outbox, enrolments, notices, essayTexts, queue }: Needed) =>
  async (now: Date): Promise<number> => {
    const pending = await outbox.pending(BATCH)
    const handIns = [...new Map(pending.map(version => [handInId(version), version])).values()]
    const scope = scopeOf(HOUSE, 'see-enrolment')
    const receipts = await Promise.all(
      handIns.map(async version => {
        const { campaign, enrolment: id } = version
        const cause = handInId(version)
        const enrolment = await enrolments.find(scope, campaign, id)
        return enrolment === null
          ? []
          : [noticeFor(enrolment, { id: `receipt-${cause}`, kind: 'receipt', cause }, now)]
      }),
    )
    const files = handIns.flatMap(({ file }) => file ?? [])
    await notices.insert(receipts.flat())
    await essayTexts.expect(files)
    await outbox.clear(pending.map(({ id }) => id))
    await queue.enqueueAll(
      'send-receipt',
      receipts
        .flat()
        .filter(({ state }) => state === 'queued')
        .map(({ id, attempt }) => ({ notice: id, attempt })),
    )
    await queue.enqueueAll(
      'read-text',
      files.map(({ id }) => ({ file: id })),
    )
    await queue.enqueueAll(
      'bind-photos',
      files.filter(({ pages }) => pages !== undefined).map(({ id }) => ({ file: id })),
    )
    return pending.length
  }
