import type { Topic } from '../../../../domain/campaign.ts'
import { countWords, type Draft, type DraftPart } from '../../../../domain/draft.ts'
import type { EnrolmentId } from '../../../../domain/enrolment.ts'
import { type Problem, sentence } from '../../../../domain/problems.ts'
import { formatDate, formatTime } from '../../../../domain/time.ts'
import { Back } from '../../parts/back.tsx'
import { Field, Form, ProblemSummary } from '../../parts/form.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { myEssaysPath, myTopicPath, saveDraftPath, writePath } from '../my-essays/paths.ts'
import type { WriteWords } from './words.ts'

/** When it was kept; what the page's module puts in place after each saving. */
export const Saved = ({
  draft,
  words,
}: {
  readonly draft: Pick<Draft, 'revision' | 'savedAt'> | null
  readonly words: WriteWords
}) => (
  <p id="saved" class="small quiet" role="status" data-revision={draft?.revision ?? 0}>
    {draft === null
      ? words.notSaved
      : words.savedAt(`${formatTime(draft.savedAt)} ${formatDate(draft.savedAt)}`)}
  </p>
)

export const NotSaved = ({
  problem,
  language,
}: {
  readonly problem: Problem
  readonly language: Language
}) => <p>{sentence(problem, language)}</p>

interface Props {
  readonly campaign: string
  readonly topic: Topic
  /** From 1. */
  readonly number: number
  readonly enrolment: EnrolmentId
  readonly parts: readonly DraftPart[]
  readonly draft: Pick<Draft, 'revision' | 'savedAt'> | null
  readonly problems: readonly Problem[]
  /** However often the form is sent, it is handed in once. */
  readonly idempotencyKey: string
  readonly csrf: string
  readonly language: Language
  readonly words: WriteWords
  readonly shared: SharedWords
}

export const WriteEssay = (props: Props) => {
  const { campaign, topic, number, enrolment, parts, draft, problems, csrf, language, words, shared } = props
  const saveTo = saveDraftPath(campaign, topic.code)
  const told = {
    words,
    enrolment,
    saveTo,
    signIn: `/dang-nhap?next=${encodeURIComponent(myEssaysPath(campaign))}`,
  }
  return (
    <>
      <Back href={myTopicPath(campaign, topic.code)} label={words.back(number)} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <div class="stack-close">
        <h1>{words.title(number)}</h1>
        <p>{topic.title}</p>
        <p class="quiet small">{words.lead}</p>
      </div>
      <Form
        action={`${writePath(campaign, topic.code)}&key=${props.idempotencyKey}`}
        csrf={csrf}
        data={{ 'data-told': JSON.stringify(told) }}
      >
        <input type="hidden" name="revision" value={draft?.revision ?? 0} />
        {parts.map(({ heading, text }, i) => (
          <div key={heading} class="writing">
            <input type="hidden" name="headings" value={heading} />
            <Field name={`part-${i}`} label={heading}>
              <textarea id={`part-${i}`} name="parts" rows={10}>
                {text}
              </textarea>
            </Field>
          </div>
        ))}
        <div class="row">
          <p class="small figures" id="words">
            {words.counts(countWords(parts.map(({ text }) => text).join(' ')))}
          </p>
          <Saved draft={draft} words={words} />
        </div>
        <div class="row actions">
          <button type="submit" class="button">
            {words.submit}
          </button>
          <button type="submit" class="button second" formaction={saveTo}>
            {words.save}
          </button>
        </div>
      </Form>
    </>
  )
}
