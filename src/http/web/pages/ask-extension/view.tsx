import { type ExtensionRequest, requestState } from '../../../../domain/extension-request.ts'
import { type Problem, sentence } from '../../../../domain/problems.ts'
import { DAY, formatTime, hanoiDay } from '../../../../domain/time.ts'
import type { MyRequestsView } from '../../../../queries/extension-requests.ts'
import { Back } from '../../parts/back.tsx'
import { Field, Form, ProblemSummary, problemAt } from '../../parts/form.tsx'
import { Due, Moment, momentIn } from '../../parts/moment.tsx'
import { ReasonField } from '../../parts/reason.tsx'
import { RequestTag } from '../../parts/tag.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { askExtensionPath, myEssaysPath } from '../my-essays/paths.ts'
import type { AskExtensionWords } from './words.ts'

interface Props {
  readonly data: MyRequestsView
  readonly problems: readonly Problem[]
  /** Kept when something was wrong. */
  readonly typed: { readonly dueAt: string; readonly reason: string }
  readonly csrf: string
  readonly now: Date
  readonly language: Language
  readonly words: AskExtensionWords
  readonly shared: SharedWords
}

const AskingForm = ({ data: { campaign, deadline }, problems, typed, csrf, now, language, words }: Props) => {
  const first = new Date(Math.max(deadline.dueAt.getTime(), now.getTime()) + DAY)
  return (
    <Form action={askExtensionPath(campaign.code)} csrf={csrf}>
      <Field
        name="dueAt"
        label={words.dueAt}
        hint={words.dueAtHint(formatTime(deadline.dueAt))}
        problem={problemAt(problems, 'dueAt', language)}
      >
        <input
          type="date"
          id="dueAt"
          name="dueAt"
          value={typed.dueAt}
          min={hanoiDay(first)}
          aria-describedby="dueAt-hint"
          required
        />
      </Field>
      <ReasonField {...{ typed, problems, language, words }} />
      <div class="row actions">
        <button type="submit" class="button">
          {words.send}
        </button>
      </div>
    </Form>
  )
}

const Asked = ({
  request,
  words,
  shared,
}: {
  readonly request: ExtensionRequest
  readonly words: AskExtensionWords
  readonly shared: SharedWords
}) => (
  <li>
    <div class="row">
      <h3>{words.until(momentIn(request.dueAt, shared))}</h3>
      <RequestTag state={requestState(request)} words={shared} />
    </div>
    {request.answer?.dueAt == null ? null : (
      <p>
        <strong>{words.granted(momentIn(request.answer.dueAt, shared))}</strong>
      </p>
    )}
    {request.answer?.note == null ? null : <p>{words.note(request.answer.note)}</p>}
    <p class="quiet small">
      {words.reason}: {request.reason}
    </p>
    <p class="quiet small">
      {words.sentAt} <Moment at={request.requestedAt} />
    </p>
  </li>
)

export const AskExtension = (props: Props) => {
  const { data, problems, now, language, words, shared } = props
  const { campaign, deadline, requests, refusals } = data
  return (
    <>
      <Back href={myEssaysPath(campaign.code)} label={words.back} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>
          {words.due}: <Due at={deadline.dueAt} now={now} words={shared} />
        </p>
      </div>
      {refusals.length === 0 ? (
        <>
          <p class="quiet">{words.lead}</p>
          <AskingForm {...props} />
        </>
      ) : (
        refusals.map(refusal => (
          <p key={refusal.code} class="note">
            {sentence(refusal, language)}
          </p>
        ))
      )}
      {requests.length === 0 ? null : (
        <section class="stack">
          <h2>{words.mine}</h2>
          <ol class="entries">
            {requests.map(request => (
              <Asked key={request.id} request={request} words={words} shared={shared} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
