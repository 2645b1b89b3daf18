import type { TopicCode } from '../../../../domain/campaign.ts'
import { isReceived, type TopicState } from '../../../../domain/essay.ts'
import { requestState } from '../../../../domain/extension-request.ts'
import { type Problem, sentence } from '../../../../domain/problems.ts'
import { formatDate, formatTime } from '../../../../domain/time.ts'
import type { MyEssaysView } from '../../../../queries/draft.ts'
import { Due, momentIn } from '../../parts/moment.tsx'
import { EssayTag, RequestTag } from '../../parts/tag.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { MY_CONTACT_PATH } from '../my-contact/view.tsx'
import { askExtensionPath, handInPath, myTopicPath } from './paths.ts'
import type { MyEssaysWords } from './words.ts'

interface Props {
  readonly data: MyEssaysView
  /** Why nothing can be handed in now; none: it can. The command asks the same function. */
  readonly refusals: readonly Problem[]
  readonly now: Date
  readonly language: Language
  readonly words: MyEssaysWords
  readonly shared: SharedWords
}

/** Writing goes on where nothing counts yet. */
const stateOf = ({ enrolment, owed, drafting }: MyEssaysView, topic: TopicCode): TopicState =>
  owed.includes(topic) && drafting.includes(topic) ? 'draft' : (enrolment.heads[topic]?.state ?? 'missing')

const Standing = ({ data, refusals, now, language, words, shared }: Props) => {
  const { enrolment, deadline } = data
  const { tally, exemption } = enrolment
  if (exemption !== null) return <p class="note">{words.exempt(exemption.reason)}</p>
  if (tally.state === 'complete')
    return <p class="note good">{words.complete(tally.submitted, tally.expected)}</p>
  const isLate = now > deadline.dueAt
  return (
    <div class={isLate || refusals.length > 0 ? 'note bad' : 'note soon'}>
      <p>
        <strong>{words.owes(tally.missing, tally.expected)}</strong>
      </p>
      <p>
        {words.due}: <Due at={deadline.dueAt} now={now} words={shared} />
      </p>
      {refusals.map(refusal => (
        <p key={refusal.code}>{sentence(refusal, language)}</p>
      ))}
      {refusals.length === 0 && deadline.closesAt > deadline.dueAt ? (
        <p class="small">{words.lateUntil(momentIn(deadline.closesAt, shared))}</p>
      ) : null}
      <p class="row">
        <a class="touch no-print" href={askExtensionPath(data.campaign.code)}>
          {words.askExtension}
        </a>
        {data.request === null ? null : <RequestTag state={requestState(data.request)} words={shared} />}
      </p>
    </div>
  )
}

/** The topics as a task list: a row each, and the row is the link. What is missing comes first. */
export const MyEssays = (props: Props) => {
  const { data, refusals, words, shared } = props
  const { campaign, enrolment } = data
  const rows = campaign.topics
    .map((topic, i) => ({ topic, n: i + 1, head: enrolment.heads[topic.code] }))
    .sort(
      (a, b) =>
        Number(isReceived(a.head?.state ?? 'missing')) - Number(isReceived(b.head?.state ?? 'missing')),
    )
  return (
    <>
      <h1>{words.title}</h1>
      <Standing {...props} />
      {refusals.length === 0 && data.owed.length > 0 ? (
        <div class="row actions">
          <a class="button" href={handInPath(campaign.code, data.owed)}>
            {words.handIn}
          </a>
        </div>
      ) : null}
      <ul class="tasks" aria-label={words.tasks}>
        {rows.map(({ topic, n, head }) => (
          <li key={topic.code}>
            <a href={myTopicPath(campaign.code, topic.code)}>{words.topic(n)}</a>
            <EssayTag state={stateOf(data, topic.code)} paper={head?.paper} words={shared} />
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
      <p class="no-print">
        <a class="touch" href={MY_CONTACT_PATH}>
          {words.contact}
        </a>
      </p>
    </>
  )
}
