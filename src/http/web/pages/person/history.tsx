import { actionName } from '../../../../domain/audited.ts'
import type { Notice } from '../../../../domain/notice.ts'
import type { StoredAuditEntry } from '../../../../ports/audit.ts'
import { Moment, momentIn } from '../../parts/moment.tsx'
import { topicsIn } from '../../parts/topics.tsx'
import type { PersonProps } from './props.ts'

const NoticeRow = ({
  notice: { kind, channel, email, phone, state, reason, detail, createdAt, sentAt },
  words,
}: PersonProps & { readonly notice: Notice }) => {
  const to = channel === 'mail' ? email : words.notice.byMessage(phone ?? '')
  return (
    <tr>
      <td class="when">
        <Moment at={sentAt ?? createdAt} />
      </td>
      <td>
        {words.notice.kind[kind]}
        {to === null ? null : (
          <>
            <br />
            <span class="quiet small anywhere">{to}</span>
          </>
        )}
      </td>
      <td>
        {words.notice.state[state]}
        {reason === null ? null : `: ${words.notice.reason[reason]}`}
        {detail === null ? null : (
          <>
            <br />
            <span class="quiet small anywhere">{detail}</span>
          </>
        )}
      </td>
    </tr>
  )
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What was said about it, as far as a reader of the page wants it. */
const detailsIn = (
  { details = {} }: StoredAuditEntry,
  { data, words, shared }: PersonProps,
): readonly string[] => {
  const { topic, version, receivedAt, dueAt, reason, note, from, to } = details
  return [
    ...(isText(topic) ? [topicsIn(data.campaign, [topic], shared)] : []),
    ...(typeof version === 'number' ? [words.detail.version(version)] : []),
    ...(receivedAt instanceof Date ? [words.detail.received(momentIn(receivedAt, shared))] : []),
    ...(dueAt instanceof Date ? [words.detail.due(momentIn(dueAt, shared))] : []),
    ...(isText(from) && isText(to) ? [words.detail.moved(data.unitName(from), data.unitName(to))] : []),
    ...[reason, note].filter(isText),
  ]
}

const EntryRow = (props: PersonProps & { readonly entry: StoredAuditEntry }) => {
  const { entry, language } = props
  const details = detailsIn(entry, props)
  return (
    <tr>
      <td class="when">
        <Moment at={entry.at} />
      </td>
      <td>
        {actionName(entry.action, language)}
        {details.length === 0 ? null : (
          <>
            <br />
            <span class="quiet small">{details.join(', ')}</span>
          </>
        )}
      </td>
      <td>{entry.actor.name}</td>
    </tr>
  )
}

/** What was written to him, and what was done about him. */
export const History = (props: PersonProps) => {
  const { data, words } = props
  if (data.history === null) return null
  const { notices, entries } = data.history
  return (
    <>
      <section class="stack" aria-labelledby="mails-title">
        <h2 id="mails-title">{words.mails}</h2>
        {notices.length === 0 ? (
          <p class="quiet">{words.noMails}</p>
        ) : (
          <div class="table-wrap">
            <table>
              <caption class="hidden">{words.mails}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.at}</th>
                  <th scope="col">{words.what}</th>
                  <th scope="col">{words.state}</th>
                </tr>
              </thead>
              <tbody>
                {notices.map(notice => (
                  <NoticeRow key={notice.id} {...props} notice={notice} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section class="stack" aria-labelledby="log-title">
        <h2 id="log-title">{words.log}</h2>
        {entries.length === 0 ? (
          <p class="quiet">{words.noLog}</p>
        ) : (
          <div class="table-wrap">
            <table>
              <caption class="hidden">{words.log}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.at}</th>
                  <th scope="col">{words.what}</th>
                  <th scope="col">{words.who}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map(entry => (
                  <EntryRow key={entry.id} {...props} entry={entry} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
