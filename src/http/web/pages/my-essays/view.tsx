import { isReceived } from '../../../../domain/essay.ts'
import { formatDate, formatTime } from '../../../../domain/time.ts'
import type { EnrolmentView } from '../../../../queries/enrolment.ts'
import { Due, momentIn } from '../../parts/moment.tsx'
import { EssayTag } from '../../parts/tag.tsx'
import type { SharedWords } from '../../words.ts'
import type { MyEssaysWords } from './words.ts'

interface Props {
  readonly data: EnrolmentView
  readonly now: Date
  readonly words: MyEssaysWords
  readonly shared: SharedWords
  /** What the permission function and the deadline say: the same as the command will. */
  readonly mayHandIn: boolean
}

const Standing = ({ data: { enrolment, campaign, deadline }, now, words, shared, mayHandIn }: Props) => {
  const { tally, exemption } = enrolment
  if (exemption !== null) return <p class="note">{words.exempt(exemption.reason)}</p>
  if (tally.state === 'complete') return <p class="note good">{words.complete}</p>
  return (
    <div class={mayHandIn && now <= deadline.dueAt ? 'note soon' : 'note bad'}>
      <p>
        <strong>{words.owes(tally.missing, tally.expected)}</strong>
      </p>
      <p>
        {words.due}: <Due at={deadline.dueAt} now={now} words={shared} />
      </p>
      {mayHandIn ? (
        deadline.closesAt > campaign.dueAt && (
          <p class="small">{words.lateUntil(momentIn(deadline.closesAt, shared))}</p>
        )
      ) : (
        <p>{words.closed}</p>
      )}
    </div>
  )
}

/** The topics as a task list: a row each, and the row is the link. What is missing comes first. */
export const MyEssays = (props: Props) => {
  const { data, words, shared, mayHandIn } = props
  const { campaign, enrolment } = data
  const rows = campaign.topics
    .map((topic, i) => ({ topic, n: i + 1, head: enrolment.heads[topic.code] }))
    .sort(
      (a, b) =>
        Number(isReceived(a.head?.state ?? 'missing')) - Number(isReceived(b.head?.state ?? 'missing')),
    )
  const base = `/dot/${campaign.code}/bai-cua-toi`
  return (
    <>
      <h1>{words.title}</h1>
      <Standing {...props} />
      {mayHandIn && data.owed.length > 0 ? (
        <div class="row actions">
          <a class="button" href={`${base}/nop?${data.owed.map(code => `cd=${code}`).join('&')}`}>
            {words.handIn}
          </a>
        </div>
      ) : null}
      <ul class="tasks" aria-label={words.tasks}>
        {rows.map(({ topic, n, head }) => (
          <li key={topic.code}>
            <a href={`${base}/${topic.code}`}>{words.topic(n)}</a>
            <EssayTag state={head?.state ?? 'missing'} words={shared} />
            <span class="detail">
              {topic.title}
              {head === undefined ? null : (
                <>
                  <br />
                  {words.receivedAt(`${formatTime(head.submittedAt)} ${formatDate(head.submittedAt)}`)},{' '}
                  {words.version(head.version)}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
