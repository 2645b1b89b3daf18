import { noticeFor } from '../domain/notice.ts'
import { HOUSE, scopeOf } from '../domain/permission.ts'
import { reviewOf } from '../domain/review.ts'
import type { Ports } from '../ports/index.ts'
import { callSenders } from './call-senders.ts'

const BATCH = 200

type Needed = Pick<Ports, 'outbox' | 'enrolments' | 'notices' | 'queue'>

/**
 * Tells those whose essays were returned, one mail for each. As with receipts, the notice is written before the mark is
 * cleared, under a key of the verdict. Answers how many it took.
 */
export const deliverReturns =
  ({ outbox, enrolments, notices, queue }: Needed) =>
  async (now: Date): Promise<number> => {
    const returned = await outbox.returned(BATCH)
    const scope = scopeOf(HOUSE, 'see-enrolment')
    const letters = await Promise.all(
      returned.map(async version => {
        const review = reviewOf(version)
        const enrolment = await enrolments.find(scope, version.campaign, version.enrolment)
        if (review?.verdict !== 'returned' || enrolment === null) return []
        return [
          noticeFor(enrolment, { id: `returned-${review.id}`, kind: 'returned', cause: review.id }, now),
        ]
      }),
    )
    const written = letters.flat()
    await notices.insert(written)
    await outbox.clearReturned(returned)
    await callSenders({ queue })('answers', written.length, written[0]?.id ?? '')
    return returned.length
  }
