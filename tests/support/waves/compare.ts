import type { NoticeState } from '../../../src/domain/notice.ts'
import { mailboxOf, scheduledFor, type Told } from './expect.ts'
import type { Inbox } from './inbox.ts'
import { addressOf, type Somebody } from './people.ts'

const say = ({ kind, day, due, topics }: Told): string =>
  `${day} ${kind}${due === null ? '' : ` due ${due}`}: ${topics.join(',')}`

/** Everybody whose mailbox is not what it should be, and mail to nobody we know. */
export const wrongMailboxes = (
  people: readonly Somebody[],
  { mails }: Pick<Inbox, 'mails'>,
): readonly string[] => {
  const wrong = people.flatMap(person => {
    const expected = mailboxOf(person).map(say)
    const found = (mails.get(addressOf(person)) ?? []).map(say)
    return String(expected) === String(found)
      ? []
      : [`${JSON.stringify(person)} expected ${String(expected)} but got ${String(found)}`]
  })
  const known = new Set(people.map(addressOf))
  return [...wrong, ...[...mails.keys()].filter(address => !known.has(address))]
}

/** Of one kind of mail: those that the model asks for, those that came, and those for whom there is no address. */
export interface KindRow {
  readonly kind: string
  readonly expected: number
  readonly came: number
  readonly toCall: number
  readonly calls: number
}

const KINDS = [
  ...['invitation', 'before-due', 'due-day', 'after-due', 'last-call'],
  ...['receipt', 'returned'],
]

/** `notices`: what the house itself wrote down. */
export const tableOfKinds = (
  people: readonly Somebody[],
  { mails }: Pick<Inbox, 'mails'>,
  notices: readonly { readonly kind: string; readonly state: NoticeState; readonly count: number }[],
): readonly KindRow[] => {
  const expected = people.flatMap(mailboxOf)
  const came = [...mails.values()].flat()
  const unreachable = people.filter(({ hasAddress }) => !hasAddress).flatMap(scheduledFor)
  return KINDS.map(kind => {
    const of = (list: readonly Told[]): number => list.filter(told => told.kind === kind).length
    return {
      ...{ kind, expected: of(expected), came: of(came), toCall: of(unreachable) },
      calls: notices
        .filter(row => row.kind === kind && row.state === 'skipped')
        .reduce((sum, row) => sum + row.count, 0),
    }
  })
}
