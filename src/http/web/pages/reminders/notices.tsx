import type { Notice } from '../../../../domain/notice.ts'
import { momentIn } from '../../parts/moment.tsx'
import { Phone } from '../../parts/phone.tsx'
import { Table } from '../../parts/table.tsx'
import { NoticeTag } from '../../parts/tag.tsx'
import { personPath } from '../../paths.ts'
import type { SharedWords } from '../../words.ts'
import type { RemindersWords } from './words.ts'

interface Props {
  readonly notices: readonly Notice[]
  readonly words: RemindersWords
  readonly shared: SharedWords
}

/** When a mail was sent, what became of it, or what happens next. */
const Why = ({ notice, words, shared }: Omit<Props, 'notices'> & { readonly notice: Notice }) => {
  const { state, reason, detail, tryAt, createdAt, attempt, sentAt } = notice
  return (
    <>
      {sentAt === null ? null : <div class="quiet small">{momentIn(sentAt, shared)}</div>}
      {reason === null ? null : <div class="small">{words.reason[reason]}</div>}
      {state === 'queued' && attempt > 0 ? (
        <div class="small">{words.willRetry(momentIn(tryAt, shared))}</div>
      ) : null}
      {state === 'queued' && attempt === 0 && tryAt > createdAt ? (
        <div class="small">{words.willSend(momentIn(tryAt, shared))}</div>
      ) : null}
      {detail === null ? null : <div class="quiet small detail">{detail}</div>}
    </>
  )
}

/** Where it goes; null: nowhere. */
const destinationOf = ({ channel, email, phone }: Notice, words: RemindersWords): string | null =>
  channel === 'mail' ? email : words.byMessage(phone ?? '')

export const Notices = ({ notices, words, shared }: Props) => (
  <Table
    caption={words.people}
    heads={[words.person, words.result, [words.mail, 'desk'], [words.call, 'desk']]}
  >
    {notices.map(notice => (
      <tr key={notice.id}>
        <th scope="row">
          <a href={personPath(notice.campaign, notice.enrolment)}>{notice.name}</a>
          <div class="phone">
            <Phone number={notice.phone} none={words.noPhone} />
          </div>
        </th>
        <td>
          <NoticeTag state={notice.state} word={words.notice[notice.state]} />
          {notice.channel === 'message' ? (
            <div class="small phone">{destinationOf(notice, words)}</div>
          ) : null}
          <Why notice={notice} words={words} shared={shared} />
        </td>
        <td class="desk detail">{destinationOf(notice, words) ?? '–'}</td>
        <td class="desk">
          <Phone number={notice.phone} none={words.noPhone} />
        </td>
      </tr>
    ))}
  </Table>
)
