import { type EssayVersion, handInId } from '../domain/essay.ts'
import { noticeFor } from '../domain/notice.ts'
import { HOUSE, scopeOf } from '../domain/permission.ts'
import type { UnitCode } from '../domain/unit.ts'
import type { Ports } from '../ports/index.ts'
import { callSenders } from './call-senders.ts'

const BATCH = 200

type Needed = Pick<Ports, 'outbox' | 'enrolments' | 'audit' | 'notices' | 'essayTexts' | 'queue'>

/** What the log says of a version: all of it stands in the version, so that the hand-in itself need not write it too. */
const entryOf = (version: EssayVersion, path: readonly UnitCode[]) => {
  const { id, enrolment, topic, number, file, paper, receivedAt, by, byName } = version
  return {
    id,
    actor: { id: by, name: byName },
    action: file === null ? ('essay.recorded-on-paper' as const) : ('essay.submitted' as const),
    target: `enrolment:${enrolment}`,
    path,
    at: paper?.recordedAt ?? receivedAt,
    details: {
      topic,
      version: number,
      ...(file === null ? { receivedAt, note: paper?.note ?? null } : { sha256: file.sha256 }),
    },
  }
}

/**
 * Takes essays that were handed in out of the outbox: an entry in the log for each version, one receipt by mail for
 * each file or paper, whatever topics it ticked, and one reading of a file's words. All are written before the mark is
 * cleared, under a key of the version or the hand-in: killed anywhere, nobody gets none or two. Photos are sent to be
 * bound; their own mark waits until they are.
 * Answers how many versions it took; at most `BATCH`, so there may be more.
 */
export const deliverPending =
  ({ outbox, enrolments, audit, notices, essayTexts, queue }: Needed) =>
  async (now: Date): Promise<number> => {
    const pending = await outbox.pending(BATCH)
    const handIns = [...new Map(pending.map(version => [handInId(version), version])).values()]
    const scope = scopeOf(HOUSE, 'see-enrolment')
    const owners = await Promise.all(
      handIns.map(async version => enrolments.find(scope, version.campaign, version.enrolment)),
    )
    const enrolled = new Map(owners.flatMap(owner => (owner === null ? [] : [[owner.id, owner]])))
    const receipts = handIns.flatMap(version => {
      const owner = enrolled.get(version.enrolment)
      const cause = handInId(version)
      return owner === undefined
        ? []
        : [noticeFor(owner, { id: `receipt-${cause}`, kind: 'receipt', cause }, now)]
    })
    const files = handIns.flatMap(({ file }) => file ?? [])
    await audit.project(pending.map(version => entryOf(version, enrolled.get(version.enrolment)?.path ?? [])))
    await notices.insert(receipts)
    await essayTexts.expect(files)
    await outbox.clear(pending.map(({ id }) => id))
    await callSenders({ queue })('answers', receipts.length, receipts[0]?.id ?? '')
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
