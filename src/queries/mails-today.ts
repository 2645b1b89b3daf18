import type { MailKind } from '../domain/mail-kind.ts'
import { NOTICE_STATES, type NoticeState } from '../domain/notice.ts'
import { type Actor, scopeOf } from '../domain/permission.ts'
import { problem } from '../domain/problems.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import { hanoiHourOn } from '../domain/time.ts'
import type { Ports } from '../ports/index.ts'

export interface MailsToday {
  readonly since: Date
  readonly kinds: readonly {
    readonly kind: MailKind
    readonly counts: Readonly<Record<NoticeState, number>>
  }[]
}

/** Mails written since midnight in Hanoi, by kind and by what became of them. */
export const getMailsToday =
  ({ notices }: Pick<Ports, 'notices'>) =>
  async (actor: Actor, now: Date): Promise<Result<MailsToday>> => {
    if (scopeOf(actor, 'test-mail').kind !== 'everything') return refuse(problem('forbidden'))
    const since = hanoiHourOn(now, 0, 0)
    const rows = await notices.countSince(since)
    const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
    const countOf = (kind: MailKind, state: NoticeState): number =>
      rows.find(row => row.kind === kind && row.state === state)?.count ?? 0
    return ok({
      since,
      kinds: kinds.map(kind => ({
        kind,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every state is there
        counts: Object.fromEntries(NOTICE_STATES.map(state => [state, countOf(kind, state)])) as Record<
          NoticeState,
          number
        >,
      })),
    })
  }
